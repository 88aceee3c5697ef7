import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { findNearest, type Searchable } from './find-nearest.ts'

const CHAT = 'https://api.test/v1/chat'
const unchanged = { request: (request: HttpRequest) => request, headers: (headers: HttpRequest['headers']) => headers }
const matcher = createRequestMatcher(undefined, unchanged as never)

const toSearchable = (...exchanges: Exchange[]): Searchable => ({
  cassette: buildCassette(...exchanges.map((exchange) => ({ method: 'POST', ...exchange }))),
  matcher,
})
const toRequest = (body: unknown, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  url: CHAT,
  headers: [],
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  ...more,
})
const json = (body: unknown, more: Exchange = {}): Exchange => ({ ...more, request: JSON.stringify(body) })
const indexOf = (request: HttpRequest, ...exchanges: Exchange[]): number | undefined =>
  findNearest(request, [toSearchable(...exchanges)])?.index

test('nothing is nearest to a request if nothing is recorded', () => {
  expect([findNearest(toRequest({}), []), findNearest(toRequest({}), [toSearchable()])]).toEqual([undefined, undefined])
})

test('the same method and URL count more than a body that is nearly equal', () => {
  const body = { model: 'a', text: 'a long question that is nearly equal' }
  const request = toRequest(body)
  expect(indexOf(request, json(body, { method: 'PUT' }), json({}))).toBe(1)
  expect(indexOf(request, json(body, { url: `${CHAT}/other` }), json({}))).toBe(1)
  expect(indexOf(request, json(body, { url: `${CHAT}?v=1` }), json({}))).toBe(1)
})

test('the recording with the fewest differences is nearest, and the first one of equally near ones', () => {
  const request = toRequest({ a: 1, b: 2, c: 3 })
  expect(indexOf(request, json({ a: 0, b: 0, c: 0 }), json({ a: 1, b: 2, c: 0 }), json({ a: 1, b: 0, c: 3 }))).toBe(1)
})

test('a changed value is nearer than a missing one', () => {
  expect(indexOf(toRequest({ a: 1, b: 2 }), json({ a: 1 }), json({ a: 1, b: 3 }))).toBe(1)
})

test('a text with the longest common beginning is nearest', () => {
  const request = toRequest({ text: 'What is the capital of Portugal?' })
  expect(
    indexOf(
      request,
      json({ text: 'Who are you?' }),
      json({ text: 'What is the capital of Peru?' }),
      json({ text: 'What?' }),
    ),
  ).toBe(1)
})

test('a recorded URL that is not one is nearest only if there is no other', () => {
  const request = toRequest({})
  expect(indexOf(request, json({}, { url: '<API_BASE>/chat' }), json({ a: 1 }, { url: 'https://other.test/' }))).toBe(1)
  expect(findNearest(request, [toSearchable(json({}, { url: '<API_BASE>/chat' }))])).toMatchObject({
    index: 0,
    results: [],
  })
})

test('all cassettes are searched, and the nearest one is named', () => {
  const [far, near] = [toSearchable(json({ a: 0 })), toSearchable(json({ a: 1, b: 0 }), json({ a: 1, b: 1 }))]
  const found = findNearest(toRequest({ a: 1, b: 1 }), [far, near])
  expect({ from: found?.from === near, index: found?.index }).toEqual({ from: true, index: 1 })
  expect(found?.interaction).toBe(near.cassette.interactions[1])
  expect(found?.results.flatMap(({ differences }) => differences)).toEqual([])
})

test('an equal recording is always the nearest, wherever it is among thousands of similar ones', () => {
  const count = 600
  const texts = Array.from({ length: count }, (_, index) => ({ text: `question ${index} of many`, n: index % 7 }))
  const searchable = toSearchable(...texts.map((body) => json(body)))
  fc.assert(
    fc.property(fc.nat(count - 1), (index) => {
      expect(findNearest(toRequest(texts[index]), [searchable])?.index).toBe(index)
    }),
    { numRuns: 20 },
  )
})
