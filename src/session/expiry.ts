import type { Cassette, Interaction } from '../cassette.ts'
import { CassetteExpiredError } from '../errors/errors.ts'
import { checkOption } from '../options/check-options.ts'
import type { Mode } from '../options/mode.ts'
import { isDate } from '../platform/cross-realm.ts'
import { isCi } from '../platform/environment.ts'

/** How old interactions may become: a number of days, hours or minutes, or the date of the oldest that is good. */
export type Expires = `${number}${'d' | 'h' | 'm'}` | Date

/** What happens where one is older. `'record'` records the cassette anew, and is `'error'` in CI and in
 * mode `replay`. */
export type OnExpired = 'warn' | 'error' | 'record'

const MS_PER_UNIT: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 }

/**
 * Looks whether a cassette has expired, and does what is to be done about it. Interactions that do not say when they were
 * recorded never expire.
 *
 * @param cassette what was loaded
 * @param mode the session's mode
 * @param options the session's options
 * @returns the mode to go on with
 * @throws CassetteExpiredError
 */
export function applyExpiry(
  cassette: Cassette,
  mode: Mode,
  { expires, onExpired = 'warn' }: { expires?: Expires; onExpired?: OnExpired },
): Mode {
  const limit = expires === undefined ? undefined : toLimit(expires)
  const oldest = limit && findOldest(cassette.interactions, limit)
  if (!oldest || mode === 'record' || mode === 'passthrough') return mode
  if (onExpired === 'record' && mode !== 'replay' && !isCi()) return 'record'
  const message = describe(cassette, oldest, expires)
  if (onExpired !== 'warn') throw new CassetteExpiredError(cassette.path ?? '<text>', oldest, message)
  console.warn(`[msw-cassette] ${message}`)
  return mode
}

function toLimit(expires: Expires): Date {
  const expected = "a Date, or an age such as '30d', '12h' or '15m'"
  if (isDate(expires)) {
    checkOption('expires', !Number.isNaN(expires.getTime()), String(expires), expected)
    return expires
  }
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([dhm])$/.exec(expires) ?? []
  checkOption('expires', amount !== undefined && unit !== undefined, expires, expected)
  return new Date(Date.now() - Number(amount) * (MS_PER_UNIT[unit ?? ''] ?? 0))
}

function findOldest(interactions: readonly Interaction[], limit: Date): Date | undefined {
  const times = interactions.flatMap(({ recordedAt }) =>
    recordedAt && recordedAt < limit ? [recordedAt.getTime()] : [],
  )
  return times.length === 0 ? undefined : new Date(Math.min(...times))
}

function describe({ path }: Cassette, oldest: Date, expires: Expires | undefined): string {
  const limit = isDate(expires) ? `from before ${expires.toISOString()}` : `older than ${expires}`
  return (
    `The cassette ${path ?? '<text>'} has expired: it holds a recording of ${oldest.toISOString()}, which is ${limit}. ` +
    'Record it again, where the network may be asked: MSW_CASSETTE_MODE=record.'
  )
}
