import { expect, test } from 'vitest'
import { buildGet, buildRequest, CHAT, JSON_TYPE, matchRequests } from '../../test/match-requests.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { checkMatchOptions, type MatchOptions } from './match-options.ts'
import { createRequestMatcher } from './request-matcher.ts'

test('headers are compared only if `headers` names them', () => {
  const [a, b] = ['1', '2'].map((version) => buildRequest('{}', [...JSON_TYPE, ['API-Version', version]])) as [
    HttpRequest,
    HttpRequest,
  ]
  expect(matchRequests(a, b)).toBe(true)
  expect(matchRequests(a, b, { headers: ['api-version'] })).toBe(false)
  expect(createRequestMatcher({ headers: ['api-version'] }).compare(a, b)[2]).toEqual({
    matcher: 'headers',
    differences: [{ path: 'header.api-version', recorded: '1', received: '2' }],
  })
})

test('`body` sets how bodies are compared', () => {
  const [a, b] = [buildRequest('{"a":1}\r\n'), buildRequest('{"a": 1}\n')]
  const by = (body: MatchOptions['body']): boolean => matchRequests(a, b, body === undefined ? {} : { body })
  expect({ json: by('json'), text: by('text'), bytes: by('bytes'), ignore: by('ignore') }).toEqual({
    json: true,
    text: false,
    bytes: false,
    ignore: true,
  })
  expect(matchRequests(buildRequest('a\r\nb'), buildRequest('a\nb'), { body: 'text' })).toBe(true)
  expect(matchRequests(buildRequest('a\r\nb'), buildRequest('a\nb'), { body: 'bytes' })).toBe(false)
  const model: MatchOptions['body'] = ({ request: { body } }) => (body as { model: string }).model
  expect(matchRequests(buildRequest('{"model":"x","a":1}'), buildRequest('{"model":"x","a":2}'), { body: model })).toBe(
    true,
  )
  expect(matchRequests(buildRequest('{"model":"x","a":1}'), buildRequest('{"model":"y","a":1}'), { body: model })).toBe(
    false,
  )
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
  expect(matchRequests(buildRequest(a), buildRequest(b))).toBe(false)
  expect(matchRequests(buildRequest(a), buildRequest(b), { ignoreBody: [path] })).toBe(true)
})

test('`ignoreQuery` ignores the named query parameters, or all of them', () => {
  const [a, b] = [buildGet(`${CHAT}?beta=true&v=1`), buildGet(`${CHAT}?v=1`)]
  expect([matchRequests(a, b), matchRequests(a, b, { ignoreQuery: ['beta'] })]).toEqual([false, true])
  expect(matchRequests(buildGet(`${CHAT}?v=1`), buildGet(`${CHAT}?v=2`), { ignoreQuery: ['beta'] })).toBe(false)
  expect(matchRequests(buildGet(`${CHAT}?v=1`), buildGet(`${CHAT}?v=2`), { ignoreQuery: 'all' })).toBe(true)
})

test('`url` rewrites the URLs of both requests, in place or by returning a URL', () => {
  const [azure, openai] = [buildGet('https://eu.azure.test/v1beta/chat'), buildGet('https://api.openai.test/v1/chat')]
  const inPlace: MatchOptions['url'] = (url) => {
    url.host = 'llm.test'
    url.pathname = url.pathname.replace('/v1beta', '/v1')
    return url
  }
  expect(matchRequests(azure, openai, { url: inPlace })).toBe(true)
  expect(matchRequests(azure, openai, { url: ({ pathname }) => `https://x.test${pathname.replace('beta', '')}` })).toBe(
    true,
  )
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
  expect(
    matchRequests(buildRequest('{"id":1,"a":1}', JSON_TYPE, CHAT, 'PUT'), buildRequest('{"id":2,"a":1}'), options),
  ).toBe(true)
  expect(matchRequests(buildRequest('{"id":1,"a":1}'), buildRequest('{"id":1,"a":2}'), options)).toBe(false)
})

test('`matchers` replaces the default matchers', () => {
  const path: MatchOptions = { matchers: [{ name: 'path', key: ({ request: { url } }) => url.pathname }] }
  expect(
    matchRequests(buildRequest('{"a":1}'), buildRequest('{"a":2}', [], 'http://other.test/v1/chat', 'PUT'), path),
  ).toBe(true)
  expect(createRequestMatcher(path).compare(buildGet('https://a.test/x'), buildGet('https://a.test/y'))).toEqual([
    { matcher: 'path', differences: [{ path: 'path', recorded: '/x', received: '/y' }] },
  ])
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
  [{ mask: 'uuid' }, 'match.mask'],
  [{ mask: [/x/, 'guid'] }, 'match.mask[1]'],
  [{ mask: ['toString'] }, 'match.mask[0]'],
  [{ headers: 'accept' }, 'match.headers'],
  [{ headers: ['api version'] }, 'match.headers'],
  [{ ignoreQuery: 'beta' }, 'match.ignoreQuery'],
  [{ url: 'https://a.test' }, 'match.url'],
  [{ normalize: [1] }, 'match.normalize'],
  [{ matchers: [{ name: 'x' }] }, 'match.matchers'],
])('the invalid options %j are refused', (options, option) => {
  expect(() => checkMatchOptions(options, 'match')).toThrow(
    expect.objectContaining({ code: 'cassette_option', option }),
  )
})

test.each<MatchOptions>([
  {},
  { url: (url) => url, ignoreQuery: 'all', normalize: [], ignoreBody: [], mask: [], headers: [], body: 'json' },
  { ignoreQuery: ['a', 'b'], normalize: ({ request }) => request, ignoreBody: ['$.a', '$..b'], mask: ['uuid', /x/] },
  { normalize: [({ request }) => request, () => undefined], headers: ['x', "a!#$%&'*+.^_`|~-Z9"], body: 'text' },
  { body: 'bytes', matchers: [] },
  { body: 'ignore', matchers: [{ name: 'x', key: () => '' }] },
  { body: () => ({}) },
])('the options %o are accepted', (options) => {
  expect(checkMatchOptions(options, 'match')).toBeUndefined()
})

test.each([
  [{ ignoreQuery: ['a', 1] }, 'match.ignoreQuery'],
  [{ ignoreQuery: { length: 0 } }, 'match.ignoreQuery'],
  [{ normalize: [() => undefined, 'x'] }, 'match.normalize'],
  [{ headers: ['accept', 1] }, 'match.headers'],
  [{ headers: [''] }, 'match.headers'],
  [{ body: ['json'] }, 'match.body'],
  [{ body: 1 }, 'match.body'],
  [{ matchers: { name: 'x', key: () => '' } }, 'match.matchers'],
  [{ matchers: [null] }, 'match.matchers'],
  [{ matchers: ['x'] }, 'match.matchers'],
  [{ matchers: [{ key: () => '' }] }, 'match.matchers'],
  [{ matchers: [{ name: 'x', key: 'x' }] }, 'match.matchers'],
])('the options %o, of which a part is valid, are refused', (options, option) => {
  expect(() => checkMatchOptions(options, 'match')).toThrow(
    expect.objectContaining({ code: 'cassette_option', option }),
  )
})
