import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import { CredentialRules } from './credential-rules.ts'
import { redactMembers } from './member-credentials.ts'

const rules = new CredentialRules({}, 'kept')
const redact = (json: string): string => redactMembers(json, rules, new Set())

const find = (json: string): RedactedText => redactAndFind((found) => redactMembers(json, rules, found))

test('replaces a key, token or secret in JSON if its value looks like one', () => {
  expect(redact('{"key": "Zk3v9Qm1Xw7Lr5Tb"}')).toBe('{"key": "REDACTED"}')
  expect(redact('{"auth":{"token":"eyJhbGciOiJIUzI1NiJ9.e30.c2ln"}}')).toBe('{"auth":{"token":"REDACTED"}}')
  expect(redact('{"arguments":"{\\"secret\\":\\"Zk3v9Qm1Xw7Lr5Tb\\"}"}')).toBe(
    '{"arguments":"{\\"secret\\":\\"REDACTED\\"}"}',
  )
})

test('replaces a value that is cut at the end of the text', () => {
  expect(redact('data: {"api_key":"Zk3v9Q')).toBe('data: {"api_key":"REDACTED')
  expect(redact('data: {"api_key":"Zk3v9Q\\')).toBe('data: {"api_key":"REDACTED')
  expect(redact('{"arguments":"{\\"api_key\\":\\"Zk3v9Q')).toBe('{"arguments":"{\\"api_key\\":\\"REDACTED')
  expect(redact('{"arguments":"{\\"api_key\\":\\"Zk3v9Q\\')).toBe('{"arguments":"{\\"api_key\\":\\"REDACTED')
  expect(redact('{"say":"hello')).toBe('{"say":"hello')
})

test.each([
  ['a pair with a type between', '{"key":"api_token","type":"string","value":"Zk3v9Qm1Xw7Lr5Tb"}'],
  ['a pair with the value first', '{"value":"Zk3v9Qm1Xw7Lr5Tb","name":"X-Acme-Token"}'],
  ['a JSON web key', '{"kty":"EC","crv":"P-256","d":"Zk3v9Qm1Xw7Lr5Tb"}'],
  ['a revocation', '{"token":"Zk3v9Qm1Xw7Lr5Tb","token_type_hint":"refresh_token"}'],
  ['an object two levels deep', '{"dbPassword":{"live":{"primary":"Zk3v9Qm1Xw7Lr5Tb"}}}'],
])('replaces the value of %s', (_, json) => {
  expect(redact(json)).toBe(json.replace('Zk3v9Qm1Xw7Lr5Tb', 'REDACTED'))
})

test('replaces words below the name of a password and an environment', () => {
  expect(redact('{"dbPassword":{"live":{"primary":"correct-horse"}}}')).toBe(
    '{"dbPassword":{"live":{"primary":"REDACTED"}}}',
  )
  expect(redact('{"password":{"main":"required","new":"New password","error":"too_short"}}')).toBe(
    '{"password":{"main":"required","new":"New password","error":"too_short"}}',
  )
})

test.each([
  '{"key":"temperature"}',
  '{"key":"max_completion_tokens"}',
  '{"token":" Lisbon","logprob":-0.1}',
  '{"token":"2026-11-23T02:11:43Z"}',
  '{"secret":"the 16 words of a story"}',
  '{"tokens":"Zk3v9Qm1Xw7Lr5Tb"}',
])('does not change %s', (json) => {
  expect(redact(json)).toBe(json)
})

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'

test('replaces numbers with a string, and leaves the members around them', () => {
  expect(find('{"a":1,"password": -12.5e+3,"b":2}')).toEqual({
    text: '{"a":1,"password": "REDACTED","b":2}',
    found: ['-12.5e+3'],
  })
  expect(find(JSON.stringify({ a: '{"password":123456,"b":2}' }))).toEqual({
    text: JSON.stringify({ a: '{"password":"REDACTED","b":2}' }),
    found: ['123456'],
  })
  expect(find('{"key":123456,"password":null}')).toEqual({ text: '{"key":123456,"password":null}', found: [] })
})

test('finds no empty and no replaced value, and no value that does not end in its line', () => {
  const text = '{"api_key":"","password":"REDACTED","secret":"Zk3v9Qm1X\nw7Lr5Tb"}'
  expect(find(text)).toEqual({ text, found: [] })
})

test('replaces the members behind a list of credentials and behind an object of them', () => {
  const text = (value: string): string =>
    JSON.stringify(Array.from({ length: 6 }, (_, index) => ({ password: [`${value}-${index}`], api_key: { value } })))
  const expected = text(KEY).replaceAll(/Zk3v9Qm1Xw7Lr5Tb(?:-\d)?/g, 'REDACTED')
  expect(redact(text(KEY))).toBe(expected)
})

test('replaces a credential that is some objects deep', () => {
  const deep = (depth: number, value: string): string =>
    depth === 0 ? `{"value":"${value}"}` : `{"password":${deep(depth - 1, value)}}`
  for (const depth of [1, 2, 3, 4, 5, 6]) expect(redact(deep(depth, KEY))).toBe(deep(depth, 'REDACTED'))
})

test.each([
  ['behind it', (far: string) => `{"value":"${KEY}","note":"${far}","name":"api_token"}`],
  ['before it', (far: string) => `{"name":"api_token","note":"${far}","value":"${KEY}"}`],
])('the name of a value is in the same object, some members %s', (_, write) => {
  expect(redact(write('x'.repeat(300)))).toBe(write('x'.repeat(300)).replace(KEY, 'REDACTED'))
  expect(redact(write('x'.repeat(400)))).toBe(write('x'.repeat(400)))
})

test.each([
  ['an object before it', `[{"name":"api_token"},{"value":"${KEY}"}]`],
  ['an object behind it', `[{"value":"${KEY}"},{"name":"api_token"}]`],
  ['an object in it', `{"value":"${KEY}","a":{"name":"api_token"}}`],
  ['a value that does not end', `{"value":"${KEY}\n,"name":"api_token"`],
])('does not take a name from %s', (_, json) => {
  expect(redact(json)).toBe(json)
})

test('replaces the value of a pair at any depth of JSON in JSON, also with line breaks', () => {
  const pair = JSON.stringify({ name: 'api_token', value: KEY }, null, 2)
  for (const text of [pair, JSON.stringify(pair), JSON.stringify(JSON.stringify(pair))])
    expect(redact(text)).toBe(text.replace(KEY, 'REDACTED'))
})

test('replaces the value of a name with escaped letters', () => {
  expect(redact(`{"a":"\\u0041","api\\u005fkey":"${KEY}"}`)).toBe('{"a":"\\u0041","api\\u005fkey":"REDACTED"}')
})

test.each([
  ['{"kty":"EC", "d" : "KEY"}', 'REDACTED'],
  ['{\\"kty\\" : \\"EC\\",\\"d\\":\\"KEY\\"}', 'REDACTED'],
  ['{"note":"NOTE","kty":"EC","d":"KEY"}', 'REDACTED'],
  ['{"d":"KEY","note":"NOTE","kty":"EC"}', 'Zk3v9Qm1Xw7Lr5Tb'],
  ['{"d":"KEY"},{"kty":"EC"}', 'Zk3v9Qm1Xw7Lr5Tb'],
  ['{"kty":"EC"},{"d":"KEY"}', 'Zk3v9Qm1Xw7Lr5Tb'],
  ['{"kty":"EC","d":{"value":"KEY"}}', 'Zk3v9Qm1Xw7Lr5Tb'],
])('a private member of a web key is beside its type: %s', (pattern, expected) => {
  const text = pattern.replace('NOTE', 'x'.repeat(2000))
  expect(redact(text.replace('KEY', KEY))).toBe(text.replace('KEY', expected))
})

test.each([
  `{"token":"${KEY}","logprob":-0.1}`,
  `{"token": "${KEY}" , "log_prob": -0.1}`,
  `{\n  "token": "${KEY}",\n    "probability": 0.1\n}`,
  JSON.stringify(JSON.stringify({ token: KEY, logprob: -0.1 }, null, 2)),
])('a token with its probability behind it is text of a model: %s', (json) => {
  expect(redact(json)).toBe(json)
})

test('a token with a probability elsewhere is a credential', () => {
  const json = `{"token":"${KEY}","name":"a","logprob":-0.1}`
  expect(redact(json)).toBe(json.replace(KEY, 'REDACTED'))
})
