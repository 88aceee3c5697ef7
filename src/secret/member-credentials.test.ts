import { expect, test } from 'vitest'
import { CredentialRules } from './credential-rules.ts'
import { redactMembers } from './member-credentials.ts'

const rules = new CredentialRules({}, 'kept')
const redact = (json: string): string => redactMembers(json, rules, new Set())

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
