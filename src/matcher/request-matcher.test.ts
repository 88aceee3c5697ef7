import { expect, test } from 'vitest'
import { buildGet, buildRequest, CHAT, JSON_TYPE, matchRequests } from '../../test/match-requests.ts'
import type { HeaderPair } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { MatchOptions } from './match-options.ts'
import { createRequestMatcher } from './request-matcher.ts'

test.each([
  ['the order of keys', '{"a":1,"b":{"c":2,"d":3}}', '{"b":{"d":3,"c":2},"a":1}'],
  ['white space', '{"a":[1,2]}', ' {\n "a" : [ 1 , 2 ]\t}\r\n'],
  ['the spelling of numbers', '[1, 100, 0.5, 0]', '[1.0, 1e2, 5E-1, -0.0]'],
  ['the spelling of big numbers', '[100000000000000000000]', '[1e20]'],
  ['the spelling of numbers that no double holds', '[9007199254740993, 1e23]', '[9007199254740993.0, 1.00E+23]'],
  ['the exponent notation of a big number', '[100000000000000000000000]', '[1e23]'],
  ['escapes', '{"a":"Olá <b> /"}', '{"\\u0061":"Ol\\u00e1 \\u003cb\\u003e \\/"}'],
  ['line endings in strings', '{"a":"x\\r\\ny\\rz"}', '{"a":"x\\ny\\nz"}'],
  ['a trailing line break', '{"a":1}', '{"a":1}\n'],
  ['the escaping of characters beyond the first plane', '{"a":"😀"}', '{"a":"\\ud83d\\ude00"}'],
])('JSON bodies that differ only in %s match', (_title, a, b) => {
  expect(matchRequests(buildRequest(a), buildRequest(b))).toBe(true)
})

test.each([
  ['a value', '{"a":1}', '{"a":2}'],
  ['a type', '{"a":1}', '{"a":"1"}'],
  ['a key', '{"a":1}', '{"b":1}'],
  ['an additional key', '{"a":1}', '{"a":1,"b":null}'],
  ['the order of a list', '[1,2]', '[2,1]'],
  ['an integer beyond 2^53', '{"seed":9007199254740993}', '{"seed":9007199254740992}'],
  ['a digit of a long integer', '{"id":12345678901234567890}', '{"id":12345678901234567891}'],
  ['a digit of a long number with a point or an exponent', '{"id":900719925474099.3e1}', '{"id":9007199254740992.0}'],
  ['a long number or its text', '{"id":12345678901234567890}', '{"id":"12345678901234567890"}'],
  ['an empty list or an empty map', '{"a":[]}', '{"a":{}}'],
  ['null or nothing', '{"a":null}', '{}'],
  ['a `__proto__` key', '{"__proto__":{"a":1}}', '{}'],
  ['a key that every object inherits', '{"constructor":null}', '{}'],
])('JSON bodies that differ in %s do not match', (_title, a, b) => {
  expect(matchRequests(buildRequest(a), buildRequest(b))).toBe(false)
})

test('JSON is detected by its content: recordings can lack the content type, and fetch sends text/plain', () => {
  expect(
    matchRequests(
      buildRequest('{"a":1}', []),
      buildRequest('{ "a": 1.0 }', [['content-type', 'text/plain;charset=UTF-8']]),
    ),
  ).toBe(true)
})

test.each(['"abc"', '1.0', 'null', 'a=b&c=d', '--x\r\nA: b\r\n\r\nc\r\n--x--\r\n', '---\ntitle: x\n---\n'])(
  'the content type does not affect whether equal bodies match: %j',
  (body) => {
    const types = ['', 'application/json', 'text/plain;charset=UTF-8', 'application/octet-stream']
    const requests = types.map((type) => buildRequest(body, type === '' ? [] : [['content-type', type]]))
    for (const a of requests) for (const b of requests) expect(matchRequests(a, b)).toBe(true)
  },
)

test('the keys of two matchers can contain line breaks', () => {
  const key = (first: string, second: string): unknown =>
    createRequestMatcher({
      matchers: [
        { name: 'first', key: () => first },
        { name: 'second', key: () => second },
      ],
    }).key(buildGet(CHAT))
  expect(key('a\nb', 'c')).not.toBe(key('a', 'b\nc'))
})

test('text matches with other line endings, but not with other spaces', () => {
  const text: HeaderPair[] = [['content-type', 'text/plain']]
  expect(matchRequests(buildRequest('a\r\nb', text), buildRequest('a\nb', text))).toBe(true)
  expect(matchRequests(buildRequest('a b', text), buildRequest('a  b', text))).toBe(false)
  expect(matchRequests(buildRequest('{"a":1', text), buildRequest('{"a": 1', text))).toBe(false)
})

test('forms match if their pairs are equal in any order', () => {
  const form: HeaderPair[] = [['Content-Type', 'application/x-www-form-urlencoded']]
  expect(matchRequests(buildRequest('a=1&b=x+y&a=2', form), buildRequest('b=x%20y&a=2&a=1', form))).toBe(true)
  expect(matchRequests(buildRequest('a=1&b=2', form), buildRequest('a=1&b=2&b=2', form))).toBe(false)
  expect(matchRequests(buildRequest('a=1&b=2', []), buildRequest('b=2&a=1', form))).toBe(true)
})

test('multipart bodies match if their parts are equal, with any boundary and any case of header names', () => {
  const multipart = (boundary: string, content: string, disposition = 'Content-Disposition'): HttpRequest =>
    buildRequest(
      `--${boundary}\r\n${disposition}: form-data; name="purpose"\r\n\r\nbatch\r\n--${boundary}\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
      [['content-type', `multipart/form-data; boundary=${boundary}`]],
    )
  const a = multipart('----x1', 'line 1\nline 2')
  expect(matchRequests(a, multipart('y.2', 'line 1\nline 2', 'content-disposition'))).toBe(true)
  expect(matchRequests(a, { ...multipart('zz', 'line 1\nline 2'), headers: [] })).toBe(true)
  expect(matchRequests(a, multipart('----x1', 'line 1\nline 3'))).toBe(false)
})

test('other bodies match only if their bytes are equal', () => {
  const bytes = (...values: number[]): HttpRequest =>
    buildRequest(new Uint8Array(values), [['content-type', 'image/png']])
  expect(matchRequests(bytes(0x89, 0xff, 13, 10), bytes(0x89, 0xff, 13, 10))).toBe(true)
  expect(matchRequests(bytes(0x89, 0xff, 13, 10), bytes(0x89, 0xff, 10))).toBe(false)
  expect(matchRequests(bytes(0x80), bytes(0x81))).toBe(false)
})

test.each([
  ['a default port', 'https://api.test:443/a', 'https://api.test/a'],
  ['the case of the host', 'https://API.test/a', 'https://api.test/a'],
  ['the spelling of percent-encoding', 'https://api.test/m/a%3A0/b%7e', 'https://api.test/m/a:0/b~'],
  ['the percent-encoding of bytes that are not UTF-8', 'https://api.test/%ff%3A', 'https://api.test/%FF:'],
  ['the order of the query', 'https://api.test/?b=2&a=1&a=0', 'https://api.test/?a=0&b=2&a=1'],
  ['the spelling of a space', 'https://api.test/?a=x+y', 'https://api.test/?a=x%20y'],
  ['an empty query and a fragment', 'https://api.test/a?#top', 'https://api.test/a'],
])('URLs that differ only in %s match', (_title, a, b) => {
  expect(matchRequests(buildGet(a), buildGet(b))).toBe(true)
})

test.each([
  ['the port', 'https://api.test:8443/a', 'https://api.test/a'],
  ['the scheme', 'http://api.test/a', 'https://api.test/a'],
  ['an encoded slash', 'https://api.test/a%2Fb', 'https://api.test/a/b'],
  ['a repeated parameter', 'https://api.test/?a=1&a=1', 'https://api.test/?a=1'],
  ['an empty parameter', 'https://api.test/?a=', 'https://api.test/'],
  ['a trailing slash', 'https://api.test/a/', 'https://api.test/a'],
])('URLs that differ in %s do not match', (_title, a, b) => {
  expect(matchRequests(buildGet(a), buildGet(b))).toBe(false)
})

test('the method has to match, but not its case', () => {
  expect(matchRequests(buildRequest('', [], CHAT, 'post'), buildRequest('', [], CHAT, 'POST'))).toBe(true)
  expect(matchRequests(buildRequest('', [], CHAT, 'PUT'), buildRequest('', [], CHAT, 'POST'))).toBe(false)
})

test('hasEqualBytes compares bytes, and is always false if a function or a header affects matching', () => {
  const one = buildRequest('{"a":1}')
  const others = [
    buildRequest('{"a":1}', [
      ['Content-Type', 'application/json'],
      ['accept', '*/*'],
    ]),
    buildRequest('{"a":2}'),
    buildRequest('{"a":1} '),
    buildRequest('{"a":1}', []),
    buildRequest('{"a":1}', JSON_TYPE, `${CHAT}?b`),
    buildRequest('{"a":1}', JSON_TYPE, CHAT, 'PUT'),
  ]
  const haveEqualBytes = (options: MatchOptions): boolean[] =>
    others.map((other) => createRequestMatcher(options).hasEqualBytes(other, one))
  expect(haveEqualBytes({ ignoreBody: ['$.a'], ignoreQuery: 'all', body: 'text' })).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
  const dynamicOptions: MatchOptions[] = [
    { headers: ['accept'] },
    { body: () => '' },
    { url: (url) => url },
    { normalize: ({ request }) => request },
    { matchers: [] },
  ]
  expect(dynamicOptions.flatMap(haveEqualBytes)).not.toContain(true)
})

test('an invalid URL has no key', () => {
  expect(createRequestMatcher().key(buildGet('<API_BASE>/chat'))).toBe(undefined)
})

test('every body has a key, even if it is extremely deep or long', () => {
  const matcher = createRequestMatcher({ ignoreBody: ['$..id'] })
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const bodies = [
    deep,
    `{"a":${deep}}`,
    `"${'\\u0000'.repeat(1000)}"`,
    '{"a":"\\ud800"}',
    `{"a":"${'x'.repeat(4_000_000)}", "b": 12345678901234567890}`,
  ]
  expect(bodies.map((body) => typeof matcher.key(buildRequest(body)))).toEqual(bodies.map(() => 'string'))
  expect(matchRequests(buildRequest(deep), buildRequest(`${deep.slice(0, -1)} ]`))).toBe(false)
})

test('the key of a request that is repeated is computed once, unless a function of the options could change it', () => {
  const countFor = (options: MatchOptions, ...requests: HttpRequest[]): number => {
    let computed = 0
    const count = <T>(value: T): T => {
      computed++
      return value
    }
    const { key } = createRequestMatcher(options, { request: count, headers: (headers) => headers })
    for (const request of requests) expect(key(request)).toBe(createRequestMatcher(options).key(request))
    return computed
  }
  const [a, b] = [buildRequest('{"a":1}'), buildRequest('{"a":2}')]
  const text = buildRequest('{"a":1}', [['content-type', 'text/plain']])
  expect(countFor({}, a, buildRequest('{"a":1}'), a)).toBe(1)
  expect(countFor({}, a, b, a, text, { ...a, method: 'PUT' }, { ...a, url: `${a.url}?b` })).toBe(6)
  expect(countFor({ normalize: () => undefined }, a, a)).toBe(2)
})
