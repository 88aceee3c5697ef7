import { isRegExp } from '../platform/cross-realm.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { type CassetteOptions, checkOptions } from './cassette-options.ts'
import { mergeOptions } from './merge-options.ts'

/** The options of each call, by a text that identifies the call. */
type Defaults = ReadonlyMap<string, CassetteOptions>

// The setup file that sets the defaults can load another copy of this module than the one that reads them.
const slot = globalSlot<Defaults>('defaults/1')

/**
 * Sets default options for all cassettes that are opened later: by `openCassette`, `fromCassette`, `withCassette` and every test
 * runner. Call it in a setup file. A cassette's own options are merged with them: lists are concatenated, all functions of both
 * run, and of all other values the cassette's own applies. The options of several calls are merged in the same way.
 *
 * @param options see `CassetteOptions`
 * @throws CassetteOptionError if an option is invalid
 * @example
 * cassetteDefaults({ redact: { patterns: [/acct_\w+/] }, match: { normalize: llmDefaults() } })
 */
export function cassetteDefaults(options: CassetteOptions): void {
  checkOptions(options)
  const defaults = new Map(slot.get())
  // Without isolation, a runner evaluates a setup file again for each test file. The same call then replaces its options.
  const call = `${new Error().stack}\n${describe(options)}`
  defaults.delete(call)
  slot.set(defaults.set(call, options))
}

/** Returns the options that `cassetteDefaults` set. */
export function currentDefaults(): CassetteOptions {
  return mergeOptions(...(slot.get()?.values() ?? []))
}

/** Without the matchers, which can be any objects. They replace those of an earlier call anyway. */
function describe(options: CassetteOptions): string {
  return JSON.stringify(options, (name, value: unknown) => {
    if (name === 'matchers') return undefined
    return typeof value === 'function' || isRegExp(value) ? String(value) : value
  })
}
