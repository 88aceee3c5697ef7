import { expect, test } from 'vitest'
import { buildGet, buildRequest, CHAT, matchRequests } from '../../test/match-requests.ts'
import type { HeaderPair } from '../cassette.ts'
import { llmDefaults } from './llm-defaults.ts'
import type { MatchOptions } from './match-options.ts'
import { createRequestMatcher } from './request-matcher.ts'

test.each([
  ['a value', 'q=%E9', 'q=%E8'],
  ['a name', '%E9=1', '%E8=1'],
  ['a byte and its text', 'q=%E9', 'q=%C3%A9'],
  ['a byte and the replacement character', 'q=%E9', 'q=%EF%BF%BD'],
  ['a byte and its escaped spelling', 'q=%E9', 'q=%25E9'],
  ['bytes after text', 'q=caf%E9', 'q=caf%E8'],
  ['a cut character', 'q=%E2%82', 'q=%E2'],
  ['an encoded surrogate', 'q=%ED%A0%80', 'q=%ED%A0%81'],
  ['bytes with text beyond the first plane', 'q=%F0%9F%92%A9%80', 'q=%F0%9F%92%A9%81'],
])('queries and forms that differ in %s do not match, whatever is ignored', (_title, a, b) => {
  const form: HeaderPair[] = [['Content-Type', 'application/x-www-form-urlencoded']]
  const options: MatchOptions[] = [{}, { ignoreQuery: ['x'] }, { mask: ['uuid'] }, { normalize: llmDefaults() }]
  const more = '&x=1&y=3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e&api-version=1'
  for (const each of options) {
    expect(matchRequests(buildGet(`${CHAT}?${a}${more}`), buildGet(`${CHAT}?${b}${more}`), each)).toBe(false)
    expect(matchRequests(buildRequest(a + more, form), buildRequest(b + more, form), each)).toBe(false)
    expect(matchRequests(buildRequest(a + more, form), buildRequest(a + more, []), each)).toBe(true)
  }
})

test('a question mark is a part of a form', () => {
  const form: HeaderPair[] = [['Content-Type', 'application/x-www-form-urlencoded']]
  expect(matchRequests(buildRequest('?a=1', form), buildRequest('a=1', form))).toBe(false)
})

test('bytes that are not UTF-8 match in any spelling and order', () => {
  expect(matchRequests(buildGet(`${CHAT}?q=%E9+a&b=1`), buildGet(`${CHAT}?b=1&%71=%e9%20%61`))).toBe(true)
  expect(matchRequests(buildGet('https://api.test/%61%E9'), buildGet('https://api.test/a%e9'))).toBe(true)
  expect(matchRequests(buildGet('https://api.test/%zz'), buildGet('https://api.test/%25zz'))).toBe(false)
})

test.each([
  ['JSON', `{"a":"${'\\"'.repeat(1_000_000)}"}`, []],
  ['JSON that is cut', `{"a":"${'\\"'.repeat(1_000_000)}`, []],
  ['a form', `a=${'%22'.repeat(600_000)}`, []],
  ['a form with bytes that are not UTF-8', `a=${'%E9'.repeat(600_000)}`, []],
] satisfies [string, string, HeaderPair[]][])('2 MB of escapes are compared, in %s', (_title, body, headers) => {
  const other = `${body.slice(0, 5)}x${body.slice(6)}`
  const { key, compare } = createRequestMatcher()
  expect(key(buildRequest(body, headers))).not.toBe(key(buildRequest(other, headers)))
  expect(compare(buildRequest(body, headers), buildRequest(other, headers)).at(-1)?.differences.length).toBeGreaterThan(
    0,
  )
})
