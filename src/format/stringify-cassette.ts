import type { Cassette, Interaction } from '../cassette.ts'
import { checkChoice, checkKeys } from '../options/check-options.ts'
import { type WritableFormat, writableFormats } from './formats.ts'
import { goVcr2 } from './go-vcr-2/go-vcr-2.ts'

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
  checkKeys(options, ['format'])
  checkChoice('format', options.format, [...writableFormats.keys()])
  const format = writableFormats.get(options.format ?? goVcr2.name) ?? goVcr2
  return format.write(format.withoutResponse === 'keep' ? interactions : interactions.filter(hasResponse))
}

/** Tells whether an interaction has a response that formats other than HAR have a place for. */
export function hasResponse({ response }: Interaction): boolean {
  return response.status >= 200
}
