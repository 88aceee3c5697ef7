import type { Fault } from '../faults/fault.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { checkTelemetry, type TelemetryOptions } from '../http/telemetry.ts'
import { checkMatchOptions, type MatchOptions } from '../matcher/match-options.ts'
import {
  aFunction,
  type Checks,
  listOf,
  objectOf,
  oneOf,
  patterns,
  refuseOption,
  satisfying,
  stringsOf,
} from '../options/checks.ts'
import { checkHooks, type Hooks } from '../options/hooks.ts'
import { checkMode, type Mode } from '../options/mode.ts'
import type { Repeat } from '../replay/player.ts'
import { checkRedactOptions, type RedactOptions } from '../secret/redact-options.ts'
import { checkTiming, type Timing } from '../stream/timing.ts'
import { checkHosts } from './covered-hosts.ts'
import { checkExpires, type Expires, type OnExpired } from './expiry.ts'
import { checkSamples } from './samples.ts'

/** How a session plays and records its cassette. Every field is optional. */
export interface CassetteOptions {
  /**
   * Which requests to replay and which to record, see `Mode`. Default: the environment variable `MSW_CASSETTE_MODE`, else
   * `'replay'` if `CI` is set or there are no environment variables, as in a page, else `'once'`.
   */
  mode?: Mode
  /** When a request equals a recorded one. Default: method, URL and body are equal; see `MatchOptions`. */
  match?: MatchOptions
  /** How to answer a request when all its recordings were played. Default `'none'`; for `fromCassette` `'last'`. */
  repeat?: Repeat
  /** How fast responses arrive. Default `'instant'`. */
  timing?: Timing
  /**
   * Whether `Date` is the time of the first recording while a test replays. It then stands still, and nothing else is replaced. While
   * the test records, `Date` is real. It needs Node and the cassette of a test. Default `false`.
   */
  clock?: boolean
  /**
   * Faults that the replay adds to recordings, such as `{ at: 0, status: 429 }` or `{ at: 0, cutAfter: 3 }`. They do not happen while
   * recording. Default: none.
   */
  faults?: readonly Fault[]
  /**
   * How many answers to each request are recorded, from 1 to 100. A session plays the first one, sample 0; `test.samples` of the Vitest
   * plugin plays all of them. Default 1.
   */
  samples?: number
  /**
   * How to answer a request to one of the cassette's hosts that matches no interaction. Default `'respond'`: a 400 that SDKs
   * do not retry and whose message explains the mismatch. `'network-error'`: a failed connection. `'passthrough'`: the real
   * network.
   */
  onMismatch?: 'respond' | 'network-error' | 'passthrough'
  /** How `verify()` treats interactions that were never requested. Default `'error'`; for `fromCassette` `'ignore'`. */
  onUnplayed?: 'ignore' | 'warn' | 'error'
  /**
   * Which hosts to replay and record, such as `'api.openai.com'`, `'*.example.com'` or `'localhost:8080'`. Default: the hosts
   * in the cassette and, to record, every host except this machine.
   */
  hosts?: readonly string[]
  /** Selects requests that go to the real network and are not recorded. Default: none. */
  passthrough?: (request: Pick<HttpRequest, 'method' | 'url' | 'headers'>) => boolean
  /**
   * Which requests are telemetry. They get an empty answer, are neither recorded nor sent, and are no mismatch. Default: the
   * services of `TelemetryService`.
   */
  telemetry?: TelemetryOptions
  /** Functions that inspect, change or drop interactions. */
  hooks?: Hooks
  /** Which values to replace in addition to the built-in rules. */
  redact?: RedactOptions
  /** Headers to record in addition to the few that always are, see the documentation. Default: none. */
  recordHeaders?: readonly string[]
  /** Strings that look like credentials but are not. They no longer block a save. Default: none. */
  allowSecrets?: readonly RegExp[]
  /** How old recordings can become: `'30d'`, `'12h'`, or the earliest date that is accepted. Default: no limit. */
  expires?: Expires
  /** How to treat older ones. Default `'warn'`. `'record'` records the cassette again; it is `'error'` in CI and in mode `replay`. */
  onExpired?: OnExpired
}

/** The checks of all options. To add an option, add it to the interface and here. */
export const optionChecks: Checks<CassetteOptions> = {
  mode: checkMode,
  match: checkMatchOptions,
  repeat: oneOf(['none', 'last', 'all']),
  timing: checkTiming,
  clock: satisfying((value) => typeof value === 'boolean', 'true or false'),
  // The rest of the check needs the cassette, see `faults/`.
  faults: listOf(
    (fault) => typeof fault === 'object' && fault !== null,
    'a list of faults, such as [{ at: 0, status: 429 }]',
  ),
  samples: checkSamples,
  onMismatch: oneOf(['respond', 'network-error', 'passthrough']),
  onUnplayed: oneOf(['ignore', 'warn', 'error']),
  hosts: checkHosts,
  passthrough: aFunction,
  telemetry: checkTelemetry,
  hooks: checkHooks,
  redact: checkRedactOptions,
  recordHeaders: stringsOf('a list of names'),
  allowSecrets: patterns,
  expires: checkExpires,
  onExpired: oneOf(['warn', 'error', 'record']),
}

/**
 * Refuses options that are unknown or have impossible values.
 *
 * @throws CassetteOptionError
 */
export function checkOptions(options: unknown): asserts options is CassetteOptions {
  if (options === undefined) refuseOption('', options, 'an object')
  objectOf(optionChecks)(options, '')
}
