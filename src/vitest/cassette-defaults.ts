import { type CassetteOptions, checkOptions } from '../session/cassette-options.ts'

// On the global object: the setup file that reads it may see another copy of this module than the one that sets it.
const KEY = Symbol.for('msw-cassette/vitest-defaults/1')
const holder = globalThis as { [KEY]?: CassetteOptions }

/**
 * Sets options of the cassettes of all tests, functions among them: in a setup file, since they can't get there from
 * `cassettes()`. What `cassettes()` or a test's own `meta.cassette` say comes first, option by option.
 *
 * @param options see `CassetteOptions`
 * @throws CassetteOptionError
 * @example
 * cassetteDefaults({ match: { normalize: llmDefaults() } })
 */
export function cassetteDefaults(options: CassetteOptions): void {
  checkOptions(options)
  holder[KEY] = options
}

/** What `cassetteDefaults` was given. */
export function givenDefaults(): CassetteOptions {
  return holder[KEY] ?? {}
}
