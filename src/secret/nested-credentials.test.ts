import { expect, test } from 'vitest'
import { nestedCredentials } from './nested-credentials.ts'
import { isCredential } from './secret-name.ts'

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'

/** The credentials in the value of a member, and the text behind the value. */
function find(name: string, value: string, quote = '"'): { found: string[]; rest: string } {
  const text = `{${quote}${name}${quote}:${value}`
  const at = text.indexOf(value, name.length)
  const { end, credentials } = nestedCredentials({ text, at, quote, name, rule: { isCredential } })
  for (const { start, end: stop, value } of credentials) expect(text.slice(start, stop)).toBe(value)
  return { found: credentials.map(({ value }) => value), rest: text.slice(end) }
}

test('ends where the object or the list ends', () => {
  expect(find('password', `{"a":{"b":["${KEY}"]},"c":[]},"d":1}`)).toEqual({ found: [KEY], rest: ',"d":1}' })
  expect(find('password', `["${KEY}"],"d":["${KEY}"]}`)).toEqual({ found: [KEY], rest: ',"d":["Zk3v9Qm1Xw7Lr5Tb"]}' })
  expect(find('password', `[["${KEY}"`)).toEqual({ found: [KEY], rest: '' })
  expect(find('password', `{\\"value\\":\\"${KEY}\\"},\\"d\\":1}`, '\\"')).toEqual({
    found: [KEY],
    rest: ',\\"d\\":1}',
  })
})

test('brackets in strings do not end an object', () => {
  expect(find('password', `{"note":"a } b ] c","value":"${KEY}"},"d":1}`)).toEqual({ found: [KEY], rest: ',"d":1}' })
})

test('finds the items of a list, and nothing in an item that names another member', () => {
  expect(find('passwords', '["hunter2!A","hunter3!B"]')).toEqual({ found: ['hunter2!A', 'hunter3!B'], rest: '' })
  expect(find('passwords', '[{"note":"hunter2!A"}]')).toEqual({ found: [], rest: '' })
  expect(find('passwords', '[{"note":"hunter2!A"},["hunter3!B"]]')).toEqual({ found: [], rest: '' })
  expect(find('passwords', '[["hunter2!A"],"hunter3!B"]')).toEqual({ found: ['hunter2!A', 'hunter3!B'], rest: '' })
})

test.each(['value', 'values', 'raw', 'plain', 'plainText', 'current', 'data', 'stringValue', 'SecretString'])(
  'finds a short password in the member %s',
  (member) => {
    expect(find('password', `{"${member}":"tulip"}`)).toEqual({ found: ['tulip'], rest: '' })
  },
)

test.each([
  'live',
  'primary',
  'prod',
  'production',
  'dev',
  'development',
  'testing',
  'staging',
  'sandbox',
  'LOCAL',
  'default',
  'main',
  'old',
  'new',
  'next',
  'previous',
])('finds a password of more than letters in the environment %s', (member) => {
  expect(find('password', `{"${member}":"tulip-1"}`)).toEqual({ found: ['tulip-1'], rest: '' })
  expect(find('password', `{"${member}":"tulips"}`)).toEqual({ found: [], rest: '' })
  expect(find('password', `{"${member}":"t-1-2"}`)).toEqual({ found: [], rest: '' })
  expect(find('password', `{"${member}":"New pass-word 1"}`)).toEqual({ found: [], rest: '' })
})

test.each([
  'id',
  'keyName',
  'url',
  'created_at',
  'expires_at',
  'last4',
  'fingerprint',
  'scopes',
  'example',
  'examples',
  'status',
])('finds nothing in the public member %s', (member) => {
  expect(find('apiKey', `{"${member}":"${KEY}"}`)).toEqual({ found: [], rest: '' })
})

test('finds a value that looks like a credential in a member of any other name', () => {
  expect(find('token', `{"acme":"${KEY}"}`)).toEqual({ found: [KEY], rest: '' })
  expect(find('token', '{"acme":"tulip-1"}')).toEqual({ found: [], rest: '' })
  expect(find('token', '{"acme":"12345678"}')).toEqual({ found: [], rest: '' })
})

test('finds a short word with a digit in another member only below a certain name', () => {
  expect(find('password', '{"acme":"tulip1"}')).toEqual({ found: ['tulip1'], rest: '' })
  expect(find('password', `{"acme":"${'a1'.repeat(20)}"}`)).toEqual({ found: ['a1'.repeat(20)], rest: '' })
  expect(find('password', '{"acme":"tulip"}')).toEqual({ found: [], rest: '' })
  expect(find('password', '{"acme":"tul1p"}')).toEqual({ found: [], rest: '' })
  expect(find('password', '{"acme":"at least 8"}')).toEqual({ found: [], rest: '' })
})

test('finds no empty and no replaced value', () => {
  expect(find('password', '{"value":"","data":"REDACTED"}')).toEqual({ found: [], rest: '' })
  expect(find('passwords', '["","REDACTED"]')).toEqual({ found: [], rest: '' })
})
