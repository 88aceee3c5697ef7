import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Cassette } from '../cassette.ts'
import { applyExpiry, checkExpires, type Expires } from './expiry.ts'

const HOUR = 3_600_000

beforeEach(() => {
  vi.stubEnv('CI', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A cassette whose interactions are this many hours old; undefined for one without a date. */
function cassetteOf(...ages: (number | undefined)[]): Cassette {
  const { interactions, ...cassette } = buildCassette(...ages.map(() => ({})))
  return {
    ...cassette,
    interactions: interactions.map((interaction, index) => {
      const age = ages[index]
      return age === undefined ? interaction : { ...interaction, recordedAt: new Date(Date.now() - age * HOUR) }
    }),
  }
}

const warnings = () => vi.spyOn(console, 'warn').mockReturnValue()

test.each([
  ['30m', 0.4, 0.6],
  ['12h', 11.9, 12.1],
  ['2d', 47.9, 48.1],
  ['1.5d', 35.9, 36.1],
] as const)(
  '%s accepts a recording that is %d hours old, and warns about one of %d hours',
  (expires, younger, older) => {
    const warn = warnings()
    expect(applyExpiry(cassetteOf(younger, undefined), 'once', { expires })).toBe('once')
    expect(warn).not.toHaveBeenCalled()
    expect(applyExpiry(cassetteOf(younger, older), 'once', { expires })).toBe('once')
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`older than ${expires}`)]])
  },
)

test('a date is the earliest that is accepted', () => {
  const warn = warnings()
  applyExpiry(cassetteOf(1), 'replay', { expires: new Date(Date.now() - 2 * HOUR) })
  expect(warn).not.toHaveBeenCalled()
  const limit = new Date(Date.now() - HOUR / 2)
  applyExpiry(cassetteOf(1), 'replay', { expires: limit })
  expect(warn.mock.calls).toEqual([[expect.stringContaining(`from before ${limit.toISOString()}`)]])
})

test('an error reports the oldest recording', () => {
  const cassette = cassetteOf(50, 99, 60)
  const oldest = cassette.interactions[1]?.recordedAt
  expect(() => applyExpiry(cassette, 'once', { expires: '1d', onExpired: 'error' })).toThrow(
    expect.objectContaining({ code: 'cassette_expired', message: expect.stringContaining(`${oldest?.toISOString()}`) }),
  )
})

test('`record` records again, except in mode replay and in CI, where it is an error', () => {
  const apply = (mode: 'once' | 'replay') => applyExpiry(cassetteOf(50), mode, { expires: '1d', onExpired: 'record' })
  expect(apply('once')).toBe('record')
  expect(() => apply('replay')).toThrow(/has expired/)
  vi.stubEnv('CI', 'true')
  expect(() => apply('once')).toThrow(/has expired/)
})

test.each(['record', 'passthrough'] as const)('mode %s ignores the age', (mode) => {
  expect(applyExpiry(cassetteOf(50), mode, { expires: '1d', onExpired: 'error' })).toBe(mode)
})

test.each<unknown>(['30', '30 d', 'd', '-1d', '1w', '', 30, new Date('no date')])('%j is not an age', (expires) => {
  expect(() => checkExpires(expires, 'expires')).toThrow(/"expires" .* must be a Date, or an age such as '30d'/)
})

test.each<Expires>(['30d', '0.5h', '15m', new Date()])('%s is an age', (expires) => {
  expect(() => checkExpires(expires, 'expires')).not.toThrow()
})
