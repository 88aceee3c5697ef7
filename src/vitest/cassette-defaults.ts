import { globalSlot } from '../platform/global-slot.ts'
import { type CassetteOptions, checkOptions } from '../session/cassette-options.ts'

// The setup file that sets the defaults can load another copy of this module than the one that reads them.
const slot = globalSlot<CassetteOptions>('vitest-defaults/1')

/**
 * Sets default options for the cassettes of all tests. Call it in a setup file. Unlike the options of `cassettes()`, these can be
 * functions. Each option of `cassettes()` and of a test's own `meta.cassette` overrides the one that is set here.
 *
 * @param options see `CassetteOptions`
 * @throws CassetteOptionError if an option is invalid
 * @example
 * cassetteDefaults({ match: { normalize: llmDefaults() } })
 */
export function cassetteDefaults(options: CassetteOptions): void {
  checkOptions(options)
  slot.set(options)
}

/** Returns the options that `cassetteDefaults` set. */
export function currentDefaults(): CassetteOptions {
  return slot.get() ?? {}
}
