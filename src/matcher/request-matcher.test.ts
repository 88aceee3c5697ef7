import { expect, test } from 'vitest'
import type { HeaderPair } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { MatchOptions } from './match-options.ts'
import { createRequestMatcher } from './request-matcher.ts'

const URL_ = 'https://api.test/v1/chat'
const JSON_TYPE: HeaderPair[] = [['content-type', 'application/json']]

const request = (
  body: string | Uint8Array<ArrayBuffer>,
  headers = JSON_TYPE,
  url = URL_,
  method = 'POST',
): HttpRequest => ({
  method,
  url,
  headers,
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})

const get = (url: string): HttpRequest => request('', [], url, 'GET')

/** Compares the keys of two requests, and checks that `compare` and `hasEqualBytes` agree with them. */
function match(a: HttpRequest, b: HttpRequest, options: MatchOptions = {}): boolean {
  const matcher = createRequestMatcher(options)
  const equal = matcher.key(a) === matcher.key(b)
  expect(matcher.compare(a, b).every(({ differences }) => differences.length === 0)).toBe(equal)
  // Equal bytes imply equal keys, but not the other way round.
  if (matcher.hasEqualBytes(a, b)) expect(equal).toBe(true)
  return equal
}

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
  expect(match(request(a), request(b))).toBe(true)
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
  expect(match(request(a), request(b))).toBe(false)
})

test('JSON is detected by its content: recordings can lack the content type, and fetch sends text/plain', () => {
  expect(match(request('{"a":1}', []), request('{ "a": 1.0 }', [['content-type', 'text/plain;charset=UTF-8']]))).toBe(
    true,
  )
})

test.each(['"abc"', '1.0', 'null', 'a=b&c=d', '--x\r\nA: b\r\n\r\nc\r\n--x--\r\n', '---\ntitle: x\n---\n'])(
  'the content type does not affect whether equal bodies match: %j',
  (body) => {
    const types = ['', 'application/json', 'text/plain;charset=UTF-8', 'application/octet-stream']
    const requests = types.map((type) => request(body, type === '' ? [] : [['content-type', type]]))
    for (const a of requests) for (const b of requests) expect(match(a, b)).toBe(true)
  },
)

test('text matches with other line endings, but not with other spaces', () => {
  const text: HeaderPair[] = [['content-type', 'text/plain']]
  expect(match(request('a\r\nb', text), request('a\nb', text))).toBe(true)
  expect(match(request('a b', text), request('a  b', text))).toBe(false)
  expect(match(request('{"a":1', text), request('{"a": 1', text))).toBe(false)
})

test('forms match if their pairs are equal in any order', () => {
  const form: HeaderPair[] = [['Content-Type', 'application/x-www-form-urlencoded']]
  expect(match(request('a=1&b=x+y&a=2', form), request('b=x%20y&a=2&a=1', form))).toBe(true)
  expect(match(request('a=1&b=2', form), request('a=1&b=2&b=2', form))).toBe(false)
  expect(match(request('a=1&b=2', []), request('b=2&a=1', form))).toBe(true)
})

test('multipart bodies match if their parts are equal, with any boundary and any case of header names', () => {
  const multipart = (boundary: string, content: string, disposition = 'Content-Disposition'): HttpRequest =>
    request(
      `--${boundary}\r\n${disposition}: form-data; name="purpose"\r\n\r\nbatch\r\n--${boundary}\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
      [['content-type', `multipart/form-data; boundary=${boundary}`]],
    )
  const a = multipart('----x1', 'line 1\nline 2')
  expect(match(a, multipart('y.2', 'line 1\nline 2', 'content-disposition'))).toBe(true)
  expect(match(a, { ...multipart('zz', 'line 1\nline 2'), headers: [] })).toBe(true)
  expect(match(a, multipart('----x1', 'line 1\nline 3'))).toBe(false)
})

test('other bodies match only if their bytes are equal', () => {
  const bytes = (...values: number[]): HttpRequest => request(new Uint8Array(values), [['content-type', 'image/png']])
  expect(match(bytes(0x89, 0xff, 13, 10), bytes(0x89, 0xff, 13, 10))).toBe(true)
  expect(match(bytes(0x89, 0xff, 13, 10), bytes(0x89, 0xff, 10))).toBe(false)
  expect(match(bytes(0x80), bytes(0x81))).toBe(false)
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
  expect(match(get(a), get(b))).toBe(true)
})

test.each([
  ['the port', 'https://api.test:8443/a', 'https://api.test/a'],
  ['the scheme', 'http://api.test/a', 'https://api.test/a'],
  ['an encoded slash', 'https://api.test/a%2Fb', 'https://api.test/a/b'],
  ['a repeated parameter', 'https://api.test/?a=1&a=1', 'https://api.test/?a=1'],
  ['an empty parameter', 'https://api.test/?a=', 'https://api.test/'],
  ['a trailing slash', 'https://api.test/a/', 'https://api.test/a'],
])('URLs that differ in %s do not match', (_title, a, b) => {
  expect(match(get(a), get(b))).toBe(false)
})

test('the method has to match, but not its case', () => {
  expect(match(request('', [], URL_, 'post'), request('', [], URL_, 'POST'))).toBe(true)
  expect(match(request('', [], URL_, 'PUT'), request('', [], URL_, 'POST'))).toBe(false)
})

test('headers are compared only if `headers` names them', () => {
  const [a, b] = ['1', '2'].map((version) => request('{}', [...JSON_TYPE, ['API-Version', version]])) as [
    HttpRequest,
    HttpRequest,
  ]
  expect(match(a, b)).toBe(true)
  expect(match(a, b, { headers: ['api-version'] })).toBe(false)
  expect(createRequestMatcher({ headers: ['api-version'] }).compare(a, b)[2]).toEqual({
    matcher: 'headers',
    differences: [{ path: 'header.api-version', recorded: '1', received: '2' }],
  })
})

test('`body` sets how bodies are compared', () => {
  const [a, b] = [request('{"a":1}\r\n'), request('{"a": 1}\n')]
  const by = (body: MatchOptions['body']): boolean => match(a, b, body === undefined ? {} : { body })
  expect({ json: by('json'), text: by('text'), bytes: by('bytes'), ignore: by('ignore') }).toEqual({
    json: true,
    text: false,
    bytes: false,
    ignore: true,
  })
  expect(match(request('a\r\nb'), request('a\nb'), { body: 'text' })).toBe(true)
  expect(match(request('a\r\nb'), request('a\nb'), { body: 'bytes' })).toBe(false)
  const model: MatchOptions['body'] = ({ request: { body } }) => (body as { model: string }).model
  expect(match(request('{"model":"x","a":1}'), request('{"model":"x","a":2}'), { body: model })).toBe(true)
  expect(match(request('{"model":"x","a":1}'), request('{"model":"y","a":1}'), { body: model })).toBe(false)
})

test.each([
  ['$.metadata.trace_id', '{"metadata":{"trace_id":1,"b":2}}', '{"metadata":{"b":2}}'],
  ['$.messages[*].id', '{"messages":[{"id":1,"t":"a"},{"id":2}]}', '{"messages":[{"id":3,"t":"a"},{}]}'],
  [
    '$.contents[*].parts[*].functionCall.id',
    '{"contents":[{"parts":[{"functionCall":{"id":"x"}}]}]}',
    '{"contents":[{"parts":[{"functionCall":{"id":"y"}}]}]}',
  ],
  ['$..id', '{"a":{"id":1,"b":[{"id":2}]}}', '{"a":{"id":3,"b":[{"id":4}]}}'],
  ['$["a key"].*', '{"a key":{"x":1}}', '{"a key":{"y":2}}'],
  ['$.list[0]', '{"list":[1,2]}', '{"list":[3,2]}'],
  ['$.list[*]', '{"list":[1,2]}', '{"list":[]}'],
  ['$.*.id', '{"a":{"id":1}}', '{"a":{"id":2}}'],
  ['$.größe', '{"größe":1}', '{"größe":2}'],
  ['$.a..b[*].c', '{"a":[{"b":[{"c":1}]}]}', '{"a":[{"b":[{"c":2}]}]}'],
])('`ignoreBody` ignores %s', (path, a, b) => {
  expect(match(request(a), request(b))).toBe(false)
  expect(match(request(a), request(b), { ignoreBody: [path] })).toBe(true)
})

test('`ignoreQuery` ignores the named query parameters, or all of them', () => {
  const [a, b] = [get(`${URL_}?beta=true&v=1`), get(`${URL_}?v=1`)]
  expect([match(a, b), match(a, b, { ignoreQuery: ['beta'] })]).toEqual([false, true])
  expect(match(get(`${URL_}?v=1`), get(`${URL_}?v=2`), { ignoreQuery: ['beta'] })).toBe(false)
  expect(match(get(`${URL_}?v=1`), get(`${URL_}?v=2`), { ignoreQuery: 'all' })).toBe(true)
})

test('`url` rewrites the URLs of both requests, in place or by returning a URL', () => {
  const [azure, openai] = [get('https://eu.azure.test/v1beta/chat'), get('https://api.openai.test/v1/chat')]
  const inPlace: MatchOptions['url'] = (url) => {
    url.host = 'llm.test'
    url.pathname = url.pathname.replace('/v1beta', '/v1')
    return url
  }
  expect(match(azure, openai, { url: inPlace })).toBe(true)
  expect(match(azure, openai, { url: ({ pathname }) => `https://x.test${pathname.replace('beta', '')}` })).toBe(true)
  expect(createRequestMatcher({ url: inPlace }).origin('https://eu.azure.test/')).toBe('https://llm.test')
})

test('`normalize` functions change both requests, in order, before `ignoreBody` applies', () => {
  const options: MatchOptions = {
    normalize: [
      ({ request }) => ({ ...request, method: 'POST' }),
      ({ request }) => {
        request.body = { wrapped: request.body }
      },
    ],
    ignoreBody: ['$.wrapped.id'],
  }
  expect(match(request('{"id":1,"a":1}', JSON_TYPE, URL_, 'PUT'), request('{"id":2,"a":1}'), options)).toBe(true)
  expect(match(request('{"id":1,"a":1}'), request('{"id":1,"a":2}'), options)).toBe(false)
})

test('`matchers` replaces the default matchers', () => {
  const path: MatchOptions = { matchers: [{ name: 'path', key: ({ request: { url } }) => url.pathname }] }
  expect(match(request('{"a":1}'), request('{"a":2}', [], 'http://other.test/v1/chat', 'PUT'), path)).toBe(true)
  expect(createRequestMatcher(path).compare(get('https://a.test/x'), get('https://a.test/y'))).toEqual([
    { matcher: 'path', differences: [{ path: 'path', recorded: '/x', received: '/y' }] },
  ])
})

test('hasEqualBytes compares bytes, and is always false if a function or a header affects matching', () => {
  const one = request('{"a":1}')
  const others = [
    request('{"a":1}', [
      ['Content-Type', 'application/json'],
      ['accept', '*/*'],
    ]),
    request('{"a":2}'),
    request('{"a":1} '),
    request('{"a":1}', []),
    request('{"a":1}', JSON_TYPE, `${URL_}?b`),
    request('{"a":1}', JSON_TYPE, URL_, 'PUT'),
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
  expect(createRequestMatcher().key(get('<API_BASE>/chat'))).toBe(undefined)
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
  expect(bodies.map((body) => typeof matcher.key(request(body)))).toEqual(bodies.map(() => 'string'))
  expect(match(request(deep), request(`${deep.slice(0, -1)} ]`))).toBe(false)
})

test.each([
  [{ ignored: [] }, 'match.ignored'],
  [{ ignoreBody: ['messages.id'] }, 'match.ignoreBody[0]'],
  [{ ignoreBody: ['$.a', '$.b['] }, 'match.ignoreBody[1]'],
  [{ ignoreBody: '$.a' }, 'match.ignoreBody'],
  [{ ignoreBody: ['$'] }, 'match.ignoreBody[0]'],
  [{ body: 'jsno' }, 'match.body'],
  [{ ignoreBody: ['$.a[0]b'] }, 'match.ignoreBody[0]'],
  [{ ignoreBody: ['$.*b'] }, 'match.ignoreBody[0]'],
  [{ headers: 'accept' }, 'match.headers'],
  [{ headers: ['api version'] }, 'match.headers'],
  [{ ignoreQuery: 'beta' }, 'match.ignoreQuery'],
  [{ url: 'https://a.test' }, 'match.url'],
  [{ normalize: [1] }, 'match.normalize'],
  [{ matchers: [{ name: 'x' }] }, 'match.matchers'],
])('the invalid options %j are refused', (options, option) => {
  expect(() => createRequestMatcher(options as MatchOptions)).toThrow(
    expect.objectContaining({ code: 'cassette_option', option }),
  )
})
