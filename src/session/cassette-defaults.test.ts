import { afterEach, expect, test } from 'vitest'
import { globalSlot } from '../platform/global-slot.ts'
import { cassetteDefaults, currentDefaults } from './cassette-defaults.ts'
import type { CassetteOptions } from './cassette-options.ts'

afterEach(() => globalSlot('defaults/1').set(undefined))

test('without a call, there are no defaults', () => {
  expect(currentDefaults()).toEqual({})
})

test('the options of several calls are merged: lists are concatenated, and of other values the last applies', () => {
  cassetteDefaults({ timing: 'instant', repeat: 'last', hosts: ['a.test'], match: { ignoreBody: ['$.a'] } })
  cassetteDefaults({ repeat: 'all', hosts: ['b.test'], match: { ignoreBody: ['$.b'], ignoreQuery: ['q'] } })
  expect(currentDefaults()).toEqual({
    timing: 'instant',
    repeat: 'all',
    hosts: ['a.test', 'b.test'],
    match: { ignoreBody: ['$.a', '$.b'], ignoreQuery: ['q'] },
  })
})

/** Calls `cassetteDefaults` from one line, as a setup file that is evaluated several times. */
function setUp(options: CassetteOptions): void {
  cassetteDefaults(options)
}

test('a setup file that is evaluated again for each test file replaces its options, functions and patterns included', () => {
  let calls = 0
  for (const _ of [1, 2, 3]) {
    setUp({
      hosts: ['a.test'],
      allowSecrets: [/acct_\w+/],
      hooks: { onClose: () => calls++ },
      match: { matchers: [{ name: 'any', key: () => '' }] },
    })
  }
  const { hooks, hosts, allowSecrets } = currentDefaults()
  hooks?.onClose?.({ played: [], recorded: [] })
  expect({ calls, hosts, allowSecrets }).toEqual({ calls: 1, hosts: ['a.test'], allowSecrets: [/acct_\w+/] })
})

test('options that are set again are the last ones', () => {
  for (const repeat of ['all', 'last', 'all'] as const) setUp({ repeat })
  expect(currentDefaults()).toEqual({ repeat: 'all' })
})

test('matchers can be objects of any kind', () => {
  const matcher = { name: 'any', key: () => '', self: {} }
  matcher.self = matcher
  setUp({ match: { matchers: [matcher] } })
  expect(currentDefaults().match?.matchers).toEqual([matcher])
})

test('the same line adds options that differ, even if only a pattern or a function does', () => {
  for (const pattern of [/acct_\w+/, /user_\w+/]) setUp({ allowSecrets: [pattern] })
  for (const url of [(each: URL): string => `${each}a`, (each: URL): string => `${each}b`]) setUp({ match: { url } })
  expect(currentDefaults().allowSecrets).toEqual([/acct_\w+/, /user_\w+/])
  expect(currentDefaults().match?.url?.(new URL('https://a.test/'))).toBe('https://a.test/ab')
})

test('an invalid option is refused and changes nothing', () => {
  cassetteDefaults({ hosts: ['a.test'] })
  expect(() => cassetteDefaults({ repeat: 'twice' as never })).toThrow(
    expect.objectContaining({ code: 'cassette_option', option: 'repeat' }),
  )
  expect(currentDefaults()).toEqual({ hosts: ['a.test'] })
})

test.each([undefined, null, 'replay'])('the options %j are refused, and leave later sessions alone', (options) => {
  expect(() => cassetteDefaults(options as never)).toThrow(expect.objectContaining({ code: 'cassette_option' }))
  expect(currentDefaults()).toEqual({})
})
