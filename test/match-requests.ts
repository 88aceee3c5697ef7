import { expect } from 'vitest'
import type { HeaderPair } from '../src/cassette.ts'
import type { HttpRequest } from '../src/http/http-request.ts'
import type { MatchOptions } from '../src/matcher/match-options.ts'
import { createRequestMatcher } from '../src/matcher/request-matcher.ts'
import { createSketch } from '../src/matcher/sketch-request.ts'

/** The default URL of a request. */
export const CHAT = 'https://api.test/v1/chat'
/** The default headers of a request. */
export const JSON_TYPE: HeaderPair[] = [['content-type', 'application/json']]

/** Builds a POST request in memory. */
export const buildRequest = (
  body: string | Uint8Array<ArrayBuffer>,
  headers = JSON_TYPE,
  url = CHAT,
  method = 'POST',
): HttpRequest => ({
  method,
  url,
  headers,
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})

/** Builds a GET request without headers and body. */
export const buildGet = (url: string): HttpRequest => buildRequest('', [], url, 'GET')

/** Compares the keys of two requests, and checks that `compare`, `hasEqualBytes` and the sketches agree with them. */
export function matchRequests(a: HttpRequest, b: HttpRequest, options: MatchOptions = {}): boolean {
  const matcher = createRequestMatcher(options)
  const equal = matcher.key(a) === matcher.key(b)
  expect(matcher.compare(a, b).every(({ differences }) => differences.length === 0)).toBe(equal)
  // Equal bytes imply equal keys, but not the other way round.
  if (matcher.hasEqualBytes(a, b)) expect(equal).toBe(true)
  const createdSketch = createSketch(options)
  const [sketch, other] = [a, b].map((request) => createdSketch?.(request))
  if (equal && sketch !== undefined && other !== undefined) expect(other).toBe(sketch)
  return equal
}
