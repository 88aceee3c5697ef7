import type { Cassette, Interaction } from '../cassette.ts'
import { objectOf, oneOf } from '../options/checks.ts'
import { writeGoVcr2 } from './go-vcr-2/write.ts'
import { writeHar } from './har/write.ts'
import { writeVcrpy } from './vcrpy/write.ts'

/** A format that cassettes are written in; more are read, see `cassetteFormats`. */
export type WritableFormat = 'go-vcr-2' | 'vcrpy' | 'har'

/** How to write a cassette. */
export interface StringifyOptions {
  /**
   * `go-vcr-2` keeps the whole cassette. `vcrpy` has no place for dates, durations and the sizes of chunks, `har` none for
   * chunks; neither gets a `content-encoding` over a plain body, nor a `content-length` that is not the body's.
   *
   * @default 'go-vcr-2'
   */
  readonly format?: WritableFormat
}

/** What writes each format. */
export const cassetteWriters = {
  'go-vcr-2': writeGoVcr2,
  vcrpy: writeVcrpy,
  har: writeHar,
} as const satisfies Record<WritableFormat, (interactions: Cassette['interactions']) => string>

/**
 * Writes a cassette as the text of a file: by default in go-vcr's version 2 format. What has no response, as browsers keep it
 * in their archives, is left out of all but `har`.
 *
 * @param cassette any cassette, whatever format it was read from
 * @param options see `StringifyOptions`
 * @returns the whole file: YAML, or JSON where the format is `har`
 * @throws CassetteOptionError where the format is not one of these, or an option is unknown
 */
export function stringifyCassette(
  { interactions }: Pick<Cassette, 'interactions'>,
  options: StringifyOptions = {},
): string {
  objectOf<StringifyOptions>({ format: oneOf(Object.keys(cassetteWriters)) })(options, '')
  const { format = 'go-vcr-2' } = options
  return cassetteWriters[format](format === 'har' ? interactions : interactions.filter(hasResponse))
}

/** Tells whether an interaction has a response that formats other than HAR have a place for. */
export function hasResponse({ response }: Interaction): boolean {
  return response.status >= 200
}
