import { checkChoice, checkKeys, checkOption } from './check-options.ts'
import type { MatchOptions } from './matcher/match-options.ts'
import type { Repeat } from './player.ts'
import { checkTiming, type Timing } from './stream/timing.ts'

/** How a session plays its cassette. Every field is optional. */
export interface CassetteOptions {
  /** What makes a request equal to a recorded one. Default: method, URL and body; see `MatchOptions`. */
  match?: MatchOptions
  /** What happens when all recordings of a request were played. Default `'none'`; for `fromCassette` `'last'`. */
  repeat?: Repeat
  /** How fast responses come. Default `'instant'`. */
  timing?: Timing
  /**
   * What a request gets that is for a host of the cassette and matches nothing. Default `'respond'`: a 400 that SDKs do
   * not retry and whose message says why. `'network-error'`: a failed connection. `'passthrough'`: the real network.
   */
  onMismatch?: 'respond' | 'network-error' | 'passthrough'
  /** What `verify()` does about interactions that were never asked for. Default `'error'`; for `fromCassette` `'ignore'`. */
  onUnplayed?: 'ignore' | 'warn' | 'error'
}

const KNOWN = ['match', 'repeat', 'timing', 'onMismatch', 'onUnplayed']

/**
 * Refuses options that are unknown or have impossible values. `match` is checked where its matcher is built.
 *
 * @throws CassetteOptionError
 */
export function checkOptions(options: unknown): asserts options is CassetteOptions {
  checkOption(
    'options',
    typeof options === 'object' && options !== null && !Array.isArray(options),
    options,
    'an object',
  )
  const given: CassetteOptions = options as CassetteOptions
  checkKeys(given, KNOWN)
  checkChoice('repeat', given.repeat, ['none', 'last', 'all'])
  checkChoice('onMismatch', given.onMismatch, ['respond', 'network-error', 'passthrough'])
  checkChoice('onUnplayed', given.onUnplayed, ['ignore', 'warn', 'error'])
  checkTiming(given.timing)
}
