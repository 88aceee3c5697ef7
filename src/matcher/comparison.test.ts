import { expect, test } from 'vitest'
import { buildGet, buildRequest, CHAT, JSON_TYPE } from '../../test/match-requests.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { MatchOptions } from './match-options.ts'
import { createRequestMatcher } from './request-matcher.ts'

test('a comparison lists the differences of each matcher, with both values', () => {
  const matcher = createRequestMatcher({ headers: ['Accept', 'X-A', 'X-Same'] })
  const recorded: HttpRequest = {
    method: 'POST',
    url: 'https://a.test/v1/x?page=1&all=1',
    headers: [
      ['accept', 'text/plain'],
      ['x-same', '1'],
    ],
    body: new TextEncoder().encode('{"a":1,"b":[1]}'),
  }
  const received: HttpRequest = {
    method: 'put',
    url: 'http://b.test:8080/v1/y?page=2',
    headers: [
      ['x-a', 'b'],
      ['x-same', '1'],
    ],
    body: new TextEncoder().encode('{"a":2,"b":[]}'),
  }
  expect(matcher.compare(recorded, received)).toEqual([
    { matcher: 'method', differences: [{ path: 'method', recorded: 'POST', received: 'PUT' }] },
    {
      matcher: 'url',
      differences: [
        { path: 'url.origin', recorded: 'https://a.test', received: 'http://b.test:8080' },
        { path: 'url.path', recorded: '/v1/x', received: '/v1/y' },
        { path: 'url.query.page[0]', recorded: '1', received: '2' },
        { path: 'url.query.all', recorded: ['1'], received: undefined },
      ],
    },
    {
      matcher: 'headers',
      differences: [
        { path: 'header.accept', recorded: 'text/plain', received: undefined },
        { path: 'header.x-a', recorded: undefined, received: 'b' },
      ],
    },
    {
      matcher: 'body',
      differences: [
        { path: '$.a', recorded: 1, received: 2 },
        { path: '$.b[0]', recorded: 1, received: undefined },
      ],
    },
  ])
  expect(matcher.compare(recorded, recorded).flatMap(({ differences }) => differences)).toEqual([])
})

test('a request can not be compared if either URL is not valid', () => {
  const [valid, invalid] = [buildGet(CHAT), buildGet('<API_BASE>/chat')]
  const { compare, origin } = createRequestMatcher()
  expect([compare(valid, invalid), compare(invalid, valid), compare(invalid, invalid)]).toEqual([[], [], []])
  expect([origin('<API_BASE>'), origin('https://a.test:443/x')]).toEqual([undefined, 'https://a.test'])
})

test('texts can be ignored in addition to the options, which stay as they are', () => {
  const request = (path: string, body: object): HttpRequest =>
    buildRequest(JSON.stringify(body), JSON_TYPE, `https://a.test/${path}`)
  const recorded = request('x?page=1&v=1', { id: 1, day: '2026-01-01', n: 1 })
  const received = request('x?page=2&v=1', { id: 2, day: '2026-01-02', n: 1 })
  const nothing = { mask: [], ignoreBody: [], ignoreQuery: [] }
  const all = { mask: ['iso-date' as const], ignoreBody: ['$.id'], ignoreQuery: ['page'] }
  const isEqual = (options: MatchOptions, more: typeof nothing | typeof all): boolean =>
    createRequestMatcher(options).isEqualWith(more, recorded, received)
  expect({
    nothing: isEqual({}, nothing),
    all: isEqual({}, all),
    withoutMask: isEqual({}, { ...all, mask: [] }),
    withoutBody: isEqual({}, { ...all, ignoreBody: [] }),
    withoutQuery: isEqual({}, { ...all, ignoreQuery: [] }),
    mask: isEqual({ mask: ['iso-date'] }, { ...all, mask: [] }),
    body: isEqual({ ignoreBody: ['$.id'] }, { ...all, ignoreBody: [] }),
    query: isEqual({ ignoreQuery: ['page'] }, { ...all, ignoreQuery: [] }),
    wholeQuery: isEqual({ ignoreQuery: 'all' }, all),
  }).toEqual({
    nothing: false,
    all: true,
    withoutMask: false,
    withoutBody: false,
    withoutQuery: false,
    mask: true,
    body: true,
    query: true,
    wholeQuery: true,
  })
  const invalid = buildGet('<API_BASE>/chat')
  expect(createRequestMatcher().isEqualWith(nothing, invalid, invalid)).toBe(false)
})
