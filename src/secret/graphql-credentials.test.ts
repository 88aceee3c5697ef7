import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import { redactGraphql } from './graphql-credentials.ts'
import { isCredential } from './secret-name.ts'

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'

const redact = (text: string): RedactedText => redactAndFind((found) => redactGraphql(text, { isCredential }, found))

test.each([
  ['the only argument', `mutation { login(password: "${KEY}") { id } }`],
  ['one of several arguments', `mutation { login(name: "me", password: "${KEY}", id: 1) { id } }`],
  ['an argument without blanks', `{login(id:1,password:"${KEY}"){id}}`],
  ['a member of an object', `subscription { a(input: {password: "${KEY}"}) { id } }`],
  ['an argument on a line of its own', `\n  query {\n    login(\n      password  :  "${KEY}"\n    )\n  }\n`],
  ['an argument behind a tab', `{\n\tlogin(\n\t\tpassword: "${KEY}"\n\t)\n}`],
  ['an argument directly behind another one', `{login(name:"me"password:"${KEY}"){id}}`],
  ['an argument of a fragment', `fragment A on B { login(password: "${KEY}") }`],
])('replaces %s', (_, query) => {
  for (const text of [JSON.stringify({ query }), JSON.stringify({ id: 1, query }, null, 2)])
    expect(redact(text)).toEqual({ text: text.replace(KEY, 'REDACTED'), found: [KEY] })
})

test.each(['Tulpe"4711', 'Tulpe\\4711', 'Tulpe\t4711', 'Tulpe"4711"rose!1', 'Tulpe4711\\', 'Tulpe4711\\"'])(
  'the value %j is found decoded',
  (value) => {
    const write = (password: string): string =>
      JSON.stringify({ query: `{ login(password: ${JSON.stringify(password)}, id: "a") }` })
    expect(redact(write(value))).toEqual({ text: write('REDACTED'), found: [value] })
  },
)

test('a value with an escape of a letter is found decoded', () => {
  const text = String.raw`{"query":"{ login(password: \"Tulpe\u00fc-4711\") }"}`
  expect(redact(text)).toEqual({
    text: String.raw`{"query":"{ login(password: \"REDACTED\") }"}`,
    found: ['Tulpeü-4711'],
  })
})

test.each([
  ['other arguments', JSON.stringify({ query: `{ a(model: "${KEY}") }` })],
  ['a replaced value', JSON.stringify({ query: '{ a(password: "REDACTED") }' })],
  ['an empty value', JSON.stringify({ query: '{ a(password: "") }' })],
  ['a variable', JSON.stringify({ query: '{ a(password: $password) }' })],
  ['the query of a search', JSON.stringify({ query: `how do I write password: "${KEY}"` })],
  ['other members', JSON.stringify({ text: `{ a(password: "${KEY}") }` })],
])('does not change %s', (_, text) => {
  expect(redact(text)).toEqual({ text, found: [] })
})
