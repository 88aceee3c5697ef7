import type { HttpRequest } from '../http/http-request.ts'
import type { MatchOptions } from '../matcher/match-options.ts'
import { checkChoice, checkKeys, checkOption } from '../options/check-options.ts'
import { checkHooks, type Hooks } from '../options/hooks.ts'
import type { Mode } from '../options/mode.ts'
import { isRegExp } from '../platform/cross-realm.ts'
import type { Repeat } from '../replay/player.ts'
import { checkRedactOptions, type RedactOptions } from '../secret/redact-options.ts'
import { checkTiming, type Timing } from '../stream/timing.ts'
import type { Expires, OnExpired } from './expiry.ts'

/** How a session plays and records its cassette. Every field is optional. */
export interface CassetteOptions {
  /**
   * What to replay and what to record, see `Mode`. Default: the environment variable `MSW_CASSETTE_MODE`, else `'replay'`
   * where `CI` is set, else `'once'`.
   */
  mode?: Mode
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
  /**
   * The hosts that are answered for and recorded, such as `'api.openai.com'`, `'*.example.com'` or `'localhost:8080'`.
   * Default: those in the cassette, and to record all but this machine.
   */
  hosts?: readonly string[]
  /** Tells which requests go to the real network and are not recorded. Default: none. */
  passthrough?: (request: Pick<HttpRequest, 'method' | 'url' | 'headers'>) => boolean
  /** Functions that see, change or drop interactions. */
  hooks?: Hooks
  /** What is kept from the disk besides the headers, parameters and members that always are. */
  redact?: RedactOptions
  /** Texts that look like credentials and are none: they do not keep a cassette from being saved. Default: none. */
  allowSecrets?: readonly RegExp[]
  /** How old recordings may become: `'30d'`, `'12h'`, or the date of the oldest that is good. Default: any age. */
  expires?: Expires
  /** What happens where one is older. Default `'warn'`. `'record'` records anew, and is `'error'` in CI and in mode `replay`. */
  onExpired?: OnExpired
}

/**
 * Tells whether a request is to go to the network, by the option `passthrough`.
 *
 * @throws CassetteOptionError where the option gives no boolean: a promise would let every request pass
 */
export function passesThrough(
  request: Pick<HttpRequest, 'method' | 'url' | 'headers'>,
  { passthrough }: CassetteOptions,
): boolean {
  const answer: unknown = passthrough?.(request) ?? false
  checkOption(
    'passthrough',
    typeof answer === 'boolean',
    passthrough,
    `a function that returns a boolean; it returned ${typeof answer === 'object' ? 'an object' : String(answer)}`,
  )
  return answer === true
}

const KNOWN = [
  'mode',
  'match',
  'repeat',
  'timing',
  'onMismatch',
  'onUnplayed',
  'hosts',
  'passthrough',
  'hooks',
  'redact',
  'allowSecrets',
  'expires',
  'onExpired',
]

/**
 * Refuses options that are unknown or have impossible values. What has a builder, as `match`, is checked there.
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
  checkChoice('onExpired', given.onExpired, ['warn', 'error', 'record'])
  checkTiming(given.timing)
  if (given.hooks !== undefined) checkHooks(given.hooks)
  if (given.redact !== undefined) checkRedactOptions(given.redact)
  const { passthrough, allowSecrets = [] } = given
  checkOption('passthrough', passthrough === undefined || typeof passthrough === 'function', passthrough, 'a function')
  const arePatterns = Array.isArray(allowSecrets) && allowSecrets.every(isRegExp)
  checkOption('allowSecrets', arePatterns, allowSecrets, 'a list of regular expressions')
}
