import type { Cassette, Interaction } from '../cassette.ts'
import { CassetteExpiredError } from '../errors/errors.ts'
import { type Check, satisfying } from '../options/checks.ts'
import { type Mode, modeSetting } from '../options/mode.ts'
import { currentTime } from '../platform/clock.ts'
import { isDate } from '../platform/cross-realm.ts'
import { isCi } from '../platform/environment.ts'
import { nameOf } from './text-name.ts'

/** How old interactions can become: a number of days, hours or minutes, or the earliest date that is accepted. */
export type Expires = `${number}${'d' | 'h' | 'm'}` | Date

/** How to treat a cassette with older ones. `'record'` records it again, and is `'error'` in CI and in mode `replay`. */
export type OnExpired = 'warn' | 'error' | 'record'

const AGE = /^(\d+(?:\.\d+)?)([dhm])$/

/** Checks the option `expires`. */
export const checkExpires: Check = satisfying(
  (value) => (isDate(value) ? !Number.isNaN(value.getTime()) : typeof value === 'string' && AGE.test(value)),
  "a Date, or an age such as '30d', '12h' or '15m'",
)

const MS_PER_UNIT: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 }

/**
 * Applies the options `expires` and `onExpired` to a loaded cassette. Interactions without a date never expire.
 *
 * @param cassette the loaded cassette
 * @param mode the session's mode
 * @param options the session's options
 * @returns the mode to continue with
 * @throws CassetteExpiredError
 */
export function applyExpiry(
  cassette: Cassette,
  mode: Mode,
  { expires, onExpired = 'warn' }: { expires?: Expires; onExpired?: OnExpired },
): Mode {
  const oldest = expires === undefined ? undefined : findOldest(cassette.interactions, toLimit(expires))
  if (!oldest || mode === 'record' || mode === 'passthrough') return mode
  if (onExpired === 'record' && mode !== 'replay' && !isCi()) return 'record'
  const message = describe(cassette, oldest, expires)
  if (onExpired !== 'warn') throw new CassetteExpiredError(nameOf(cassette), oldest, message)
  console.warn(`[msw-cassette] ${message}`)
  return mode
}

/**
 * Lists the recordings that are older than a limit.
 *
 * @returns their indexes, from 0
 */
export function findExpired(interactions: readonly Interaction[], expires: Expires): number[] {
  const limit = toLimit(expires)
  return interactions.flatMap(({ recordedAt }, index) => (recordedAt && recordedAt < limit ? [index] : []))
}

/** The earliest date that `expires` accepts. */
export function toLimit(expires: Expires): Date {
  if (isDate(expires)) return expires
  const [, amount, unit = ''] = AGE.exec(expires) ?? []
  return new Date(currentTime() - Number(amount) * (MS_PER_UNIT[unit] ?? 0))
}

function findOldest(interactions: readonly Interaction[], limit: Date): Date | undefined {
  const times = interactions.flatMap(({ recordedAt }) =>
    recordedAt && recordedAt < limit ? [recordedAt.getTime()] : [],
  )
  return times.length === 0 ? undefined : new Date(Math.min(...times))
}

function describe(cassette: Cassette, oldest: Date, expires: Expires | undefined): string {
  const limit = isDate(expires) ? `from before ${expires.toISOString()}` : `older than ${expires}`
  return (
    `The cassette ${nameOf(cassette)} has expired: it holds a recording of ${oldest.toISOString()}, which is ${limit}. ` +
    `To record it again, run the tests with ${modeSetting('record')} where the network is available.`
  )
}
