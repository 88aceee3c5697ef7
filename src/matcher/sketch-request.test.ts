import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildGet, buildRequest, JSON_TYPE } from '../../test/match-requests.ts'
import type { HeaderPair } from '../cassette.ts'
import { REDACTED } from '../secret/redacted.ts'
import { createRedactor } from '../secret/redactor.ts'
import type { MatchOptions } from './match-options.ts'
import { createRequestMatcher } from './request-matcher.ts'
import { createSketch } from './sketch-request.ts'

const sketch = createSketch({}) ?? (() => undefined)

test.each([
  ['the method', buildRequest('{"a":1}', [], 'https://api.test/', 'PUT')],
  ['the URL', buildRequest('{"a":1}', [], 'https://api.test/b')],
  ['the query', buildRequest('{"a":1}', [], 'https://api.test/?a=1')],
  ['the body', buildRequest('{"a":2}', [], 'https://api.test/')],
])('requests that differ in %s have different sketches', (_, other) => {
  const request = buildRequest('{"a":1}', [], 'https://api.test/')
  expect(sketch(request)).toBeTypeOf('string')
  expect(sketch(other)).toBeTypeOf('string')
  expect(sketch(other)).not.toBe(sketch(request))
})

test('the spelling of a URL is irrelevant', () => {
  const urls = [
    'https://api.test/é?b=1&a=2',
    'HTTPS://api.test:443/./%c3%A9?a=2&b=%31#x',
    'https://me@api.test/é?b=1&a=2',
  ]
  expect(new Set(urls.map((url) => sketch(buildGet(url)))).size).toBe(1)
})

test.each<[string, string, HeaderPair[]]>([
  ['a form', '{"a=%31', [['content-type', 'application/x-www-form-urlencoded; charset=utf-8']]],
  ['a form without a type', 'a=1', []],
  ['multipart', '{}', [['Content-Type', 'multipart/form-data; boundary=b']]],
  ['text', 'hello', []],
  ['a compressed body', '{}', [['Content-Encoding', 'br']]],
  ['JSON-RPC', '{"jsonrpc":"2.0","id":1,"method":"ping"}', JSON_TYPE],
  ['a token exchange', '{"grant_type":"authorization_code","code":"1"}', JSON_TYPE],
  ['UTF-16', '{\0"\0a\0"\0', JSON_TYPE],
  ['a list', '[1]', JSON_TYPE],
])('%s has no sketch', (_, body, headers) => {
  expect(sketch(buildRequest(body, headers))).toBe(undefined)
})

test('a request with an invalid URL has no sketch', () => {
  expect(sketch(buildGet('https://'))).toBe(undefined)
})

test.each<[MatchOptions, boolean]>([
  [{ headers: ['accept'], echoes: true, body: 'text', mask: [], ignoreBody: [] }, true],
  [{ body: 'bytes' }, true],
  [{ body: 'ignore' }, false],
  [{ body: () => 1 }, false],
  [{ mask: ['uuid'] }, false],
  [{ ignoreBody: ['$.a'] }, false],
  [{ ignoreQuery: 'all' }, false],
  [{ url: () => {} }, false],
  [{ normalize: () => {} }, false],
  [{ matchers: [{ name: 'none', key: () => '' }] }, false],
])('requests that options change have no sketches: %j', (options, hasSketches) => {
  expect(createSketch(options) !== undefined).toBe(hasSketches)
})

const KEY = `sk-proj-${'a1B2c3D4'.repeat(5)}`
const text = fc.constantFrom(
  'a',
  'b',
  KEY,
  `Bearer ${KEY}`,
  `https://u:${KEY}@h/`,
  REDACTED,
  '{"api_key":"x1y2z3w4v5u6t7"}',
  '\r\n',
  'é',
)
const name = fc.constantFrom('a', 'b', 'api_key', 'password', KEY, 'grant_type')
const body = fc.oneof(
  fc
    .dictionary(name, fc.oneof(text, fc.array(text, { maxLength: 2 })), { maxKeys: 2 })
    .map((value) => JSON.stringify(value)),
  fc
    .tuple(name, text, text)
    .map(([key, first, last]) => `{${[first, last].map((each) => `"${key}": ${JSON.stringify(each)}`)}}`),
  fc.tuple(name, text).map(([key, value]) => `${key}=${encodeURIComponent(value)}`),
  fc.constant(''),
)
const url = fc
  .tuple(fc.constantFrom('', `u:${KEY}@`), fc.constantFrom('', '?a=1', `?api_key=${KEY}`, `#access_token=${KEY}`))
  .map(([user, rest]) => `https://${user}api.test/v1${rest}`)
const request = fc.tuple(body, url).map(([sent, to]) => buildRequest(sent, JSON_TYPE, to))

test('requests with equal keys have equal sketches, unless redaction has changed them', () => {
  const redactor = createRedactor()
  const matcher = createRequestMatcher({}, redactor)
  let equal = 0
  fc.assert(
    fc.property(request, request, (recorded, received) => {
      const key = matcher.key(recorded)
      const [a, b] = [sketch(recorded), sketch(received)]
      if (key !== matcher.key(received) || key?.includes(REDACTED) || a === undefined || b === undefined) return
      equal++
      expect(b).toBe(a)
    }),
    { numRuns: 1_000 },
  )
  expect(equal).toBeGreaterThan(10)
})
