import { expect, test } from 'vitest'
import { findInLayouts } from './find-in-layouts.ts'

const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'
const OTHER = 'Gm5pW9sDx2VnQe8KtB4jHr7L'

const find = (text: string): { kind: string; text: string }[] => [...findInLayouts(text)]
const named = (text: string): { kind: string; text: string } => ({
  kind: 'the value of a name that suggests a credential',
  text,
})

test.each([
  ['an element', `<apiKey>${KEY}</apiKey>`, [KEY]],
  ['a command', `ENV API_KEY ${KEY}`, [KEY]],
  ['two columns', `user,api_key\nada,${KEY}`, [KEY]],
  ['a single row of two credentials', `token,api_key\n${KEY},${OTHER}`, [KEY, OTHER]],
  ['several rows', `user,api_key,role\nada,${KEY},admin\ngrace,${OTHER},guest`, [KEY, OTHER]],
  ['lines that end with a carriage return', `user,api_key\r\nada,${KEY}\r\n`, [KEY]],
  ['cells in quotes', `user,api_key,role\n"ada","${KEY}","admin"`, [KEY]],
  ['columns with names in quotes', `"user","api_key","role"\n"ada","${KEY}","admin"`, [KEY]],
  ['columns between semicolons', `user;api_key;role\nada;${KEY};admin`, [KEY]],
  ['columns between tabs', `user\tapi_key\trole\nada\t${KEY}\tadmin`, [KEY]],
  ['a row with an empty cell at its end', `user\tapi_key\trole\nada\t${KEY}\t\r\n`, [KEY]],
  ['the second string of a list in JSON', `["a","user,api_key\nada,${KEY}"]`, [KEY]],
  ['a column after a line break', `\napi_key,user\n${KEY},ada`, [KEY]],
  ['a text in JSON', `{"csv":"user,api_key\nada,${KEY}"}`, [KEY]],
  ['a list in JSON', `["user,api_key\nada,${KEY}"]`, [KEY]],
  ['the rows before a line of prose', `user,api_key\nada,${KEY}\nThe end.\ngrace,${OTHER}`, [KEY]],
])('finds the credentials in %s', (_, text, credentials) => {
  expect(find(text)).toEqual(credentials.map(named))
})

test.each([
  ['one column', `Dear Ada,\napi_key\n${KEY}`],
  ['a column of ids with carriage returns', 'user,item_key\r\nada,cc47a6e8-73df-4e07-a046-03907a776312\r\n'],
  ['harmless columns', `user,cache_key\nada,${KEY}`],
  ['a harmless column beside one of credentials', `cache_key,api_key\n${KEY},none`],
  ['a row with too many cells', `user,api_key\nada,${KEY},admin`],
  ['a row with too few cells', `user,role,api_key\nada,${KEY}`],
  ['a row after the first 50', `user,api_key\n${'ada,none\n'.repeat(50)}ada,${KEY}`],
  ['a row after the first 4000 characters', `user,api_key\n${`${'a'.repeat(499)},none\n`.repeat(8)}ada,${KEY}`],
  ['an element with a harmless name', `<cacheKey>${KEY}</cacheKey>`],
  ['a column of words', 'user,api_key\nada,none\ngrace,expired'],
])('finds nothing in %s', (_, text) => {
  expect(find(text)).toEqual([])
})
