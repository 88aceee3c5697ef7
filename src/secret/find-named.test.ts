import { expect, test } from 'vitest'
import { findNamed } from './find-named.ts'

const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'
const OTHER = 'Gm5pW9sDx2VnQe8KtB4jHr7L'
const PASSWORD = 'Tr0ub4dor&3xK!q'

const OF_NAME = 'the value of a name that suggests a credential'
const OF_OPTION = 'the value of an option that suggests a credential'

test.each([
  ['a setting', `API_KEY=${KEY}`, [KEY]],
  ['a setting of letters only', 'API_KEY=xkcdwrtplmqzbnvfghjk', ['xkcdwrtplmqzbnvfghjk']],
  ['a password', `DB_PASSWORD=${PASSWORD}`, [PASSWORD]],
  ['a sentence', `My secret key is ${KEY}.`, [KEY]],
  ['a sentence with several marks at its end', `Is the secret key ("${KEY}"?) or (secret key: ${KEY}).,`, [KEY, KEY]],
  ['an exclamation', `Here is the secret key: ${KEY}!!`, [KEY]],
  ['a name of three words', `the service account key: ${KEY}`, [KEY]],
  ['a long text', `${'a '.repeat(200)}api key: ${KEY}`, [KEY]],
  ['a text that begins with the name', `token: ${KEY}`, [KEY]],
  ['a value with marks inside', 'password: Tr0ub4dor!3xK.q,', ['Tr0ub4dor!3xK.q']],
  ['a typed variable', `const ACME_TOKEN: string = "${KEY}"`, [KEY]],
  ['a typed variable of Rust', `static API_KEY: &'static str = "${KEY}"`, [KEY]],
  ['a typed parameter', `(apiKey: string|null='${KEY}')`, [KEY]],
  ['a variable with one of two types', `const apiKey: string | undefined = '${KEY}'`, [KEY]],
  ['a field with one of two types', `api_key: str | None = "${KEY}"`, [KEY]],
  ['the parameters of a value', `url: sv=2022-11-02&sig=${KEY}&se=1`, [KEY]],
  ['the second parameter of a value', `url: a.test/?a=${KEY}&token=${OTHER}`, [OTHER]],
  ['a quoted value after a name with an equals sign', `//a.test/:_authToken="${KEY}"`, [KEY]],
  ['a quoted value inside another value', `registry: a.test/:_authToken="${KEY}"`, [KEY]],
  ['a long quoted value inside another value', `registry: a.test/:_authToken='${KEY.repeat(20)}'`, [KEY.repeat(20)]],
])('finds the value of a name in %s', (_, text, values) => {
  expect([...findNamed(text)]).toEqual(values.map((value) => ({ kind: OF_NAME, text: value })))
})

test.each([
  ['an option', `acme --api-key ${KEY}`, [KEY]],
  ['the user of curl in quotes', `curl -u "me:${PASSWORD}" https://a.test`, [PASSWORD]],
  ['the user of curl', `curl -u me:${PASSWORD} https://a.test`, [PASSWORD]],
  ['the long option for the user', `curl --user me:${PASSWORD} https://a.test`, [PASSWORD]],
  ['an option before punctuation', `Use --api-key ${KEY}, please.`, [KEY]],
])('finds the value of %s', (_, text, values) => {
  expect([...findNamed(text)]).toEqual(values.map((value) => ({ kind: OF_OPTION, text: value })))
})

test.each([
  ['a harmless option', `acme --cache-key ${KEY}`],
  ['a password after another option', `acme --input me:${PASSWORD}`],
  ['a harmless name', `cache key: ${KEY}`],
  ['a word', 'password: authentication-failed'],
  ['a word of code', 'const password = getPasswordOfUser'],
  ['a name far before the value', `api key ${'a'.repeat(130)}: ${KEY}`],
  ['a quoted value after a value without a name', `value: a=b&c="${KEY}"`],
  ['a quoted value that does not follow directly', `config: acme_token= or "${KEY}"`],
  ['a harmless parameter of a value', `url: sv=2022-11-02&page_token=${KEY}`],
  ['a type after a colon', `token: ${'string'.padEnd(12, 's')} : ${KEY}`],
])('finds nothing in %s', (_, text) => {
  expect([...findNamed(text)]).toEqual([])
})
