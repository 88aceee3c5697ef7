import { expect, test } from 'vitest'
import { redactMembers } from './member-credentials.ts'
import { isCredential } from './secret-name.ts'

const redact = (json: string): string => redactMembers(json, { isCredential }, new Set())

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
  '{"key":"temperature"}',
  '{"key":"max_completion_tokens"}',
  '{"token":" Lisbon","logprob":-0.1}',
  '{"token":"2026-11-23T02:11:43Z"}',
  '{"secret":"the 16 words of a story"}',
  '{"tokens":"Zk3v9Qm1Xw7Lr5Tb"}',
])('does not change %s', (json) => {
  expect(redact(json)).toBe(json)
})
