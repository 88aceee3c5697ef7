import { expect, test } from 'vitest'
import { buildRequest, matchRequests } from '../../test/match-requests.ts'
import type { HeaderPair } from '../cassette.ts'
import type { MatchOptions, Normalize } from './match-options.ts'
import { createRequestMatcher } from './request-matcher.ts'

test.each([
  ['no body', '', 'the JSON null', 'null', []],
  ['no body', '', 'the JSON ""', '""', []],
  ['text', 'abc', 'JSON', '"abc"', []],
  ['text', 'null', 'JSON', '"null"', []],
  ['a form', 'a=1', 'JSON', '{"a":["1"]}', []],
  ['an empty form', '&', 'JSON', '{}', [['content-type', 'application/x-www-form-urlencoded']]],
  ['multipart', '--B\r\n\r\nx\r\n--B--', 'JSON', '[{"headers":[],"content":"x"}]', []],
] satisfies [string, string, string, string, HeaderPair[]][])(
  '%s %j is not %s %j, whatever is ignored',
  (_a, a, _b, b, headers) => {
    for (const options of [
      {},
      { mask: ['uuid'] },
      { normalize: () => undefined },
      { ignoreBody: ['$.x'] },
    ] as MatchOptions[])
      expect(matchRequests(buildRequest(a, headers), buildRequest(b), options)).toBe(false)
  },
)

test('a normalizer can make bodies of different kinds equal', () => {
  const normalize: Normalize = ({ request }) => {
    if (request.bodyKind === 'form') request.body = { a: 1 }
    if (request.bodyKind === 'empty') return { ...request, body: { a: 1 } }
    return undefined
  }
  expect(matchRequests(buildRequest('{"a":1}'), buildRequest('a=1'), { normalize })).toBe(true)
  expect(matchRequests(buildRequest('{"a":1}'), buildRequest(''), { normalize })).toBe(true)
})

test('a difference of kinds shows the kinds', () => {
  const differ = (a: string, b: string) => createRequestMatcher().compare(buildRequest(a), buildRequest(b))[2]
  expect(differ('abc', '"abc"')).toEqual({
    matcher: 'body',
    differences: [{ path: '$', recorded: { text: 'abc' }, received: { json: 'abc' } }],
  })
  expect(differ('', 'null')).toEqual({
    matcher: 'body',
    differences: [{ path: '$', recorded: undefined, received: { json: null } }],
  })
})
