import { type CassetteOptions, checkOptions } from '../session/cassette-options.ts'

// On the global object: the setup file that sets the defaults can load another copy of this module than the one that reads them.
const KEY = Symbol.for('msw-cassette/vitest-defaults/1')
const holder = globalThis as { [KEY]?: CassetteOptions }

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
  holder[KEY] = options
}

/** Returns the options that `cassetteDefaults` set. */
export function currentDefaults(): CassetteOptions {
  return holder[KEY] ?? {}
}
