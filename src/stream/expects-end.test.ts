import { expect, test } from 'vitest'
import { expectsEnd } from './expects-end.ts'

const expects = (text: string, headers: Record<string, string>, status = 200): boolean =>
  expectsEnd({ status, headers: new Headers(headers) }, new TextEncoder().encode(text))
const JSON_TYPE = { 'content-type': 'application/json' }
const EVENTS = { 'content-type': 'text/event-stream' }

test.each<[string, string, Record<string, string>, number?]>([
  ['an error', 'data: 1\n\n', EVENTS, 500],
  ['a redirect', '', EVENTS, 300],
  ['a body with a length', 'abc', { 'content-length': '10' }],
  ['a body without a type or a byte', '', {}],
  ['a JSON object', '{"a":', JSON_TYPE],
  ['a JSON object after blanks', ' \r\n\t{', JSON_TYPE],
  ['JSON that has not begun', ' ', { 'content-type': 'application/problem+json; charset=utf-8' }],
  ['the last event of a stream', 'data: [DONE]\n\n', EVENTS],
  ['a complete list of JSON', '[1, 2]', JSON_TYPE],
])('the end of %s is about to arrive', (_, text, headers, status) => {
  expect(expects(text, headers, status)).toBe(true)
})

test.each<[string, string, Record<string, string>, number?]>([
  ['an event', 'data: 1\n\n', EVENTS],
  ['a stream without an event', '', EVENTS],
  ['a list of JSON', '[1, 2', JSON_TYPE],
  ['text', 'hello', { 'content-type': 'text/plain' }],
  ['bytes without a type', 'hello', {}],
  ['JSON lines', '{"a":1}\n', { 'content-type': 'application/x-ndjson' }],
  ['a stream with status 299', 'data: 1\n\n', EVENTS, 299],
])('the end of %s can be far away', (_, text, headers, status) => {
  expect(expects(text, headers, status)).toBe(false)
})
