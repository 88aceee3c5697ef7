import { loadFormats } from '#formats'
import type { Cassette, Interaction } from '../cassette.ts'
import { checkCassette } from '../options/check-cassette.ts'
import { objectOf, oneOf } from '../options/checks.ts'
import { cassetteFormats } from './cassette-formats.ts'
import type { WritableFormat, WritableFormatEntry } from './formats.ts'

/** How to write a cassette. */
export interface StringifyOptions {
  /**
   * `go-vcr-2` keeps the whole cassette. `vcrpy` can't store dates, durations and chunks, and `har` can't store chunks; neither
   * can store open ends. `vcrpy` can't store WebSocket conversations. Both omit a `content-encoding` if the body is stored plain, and a `content-length` that is not the
   * length of the body.
   *
   * @default 'go-vcr-2'
   */
  readonly format?: WritableFormat
}

/**
 * Writes a cassette as the text of a file, by default in the format go-vcr 2. Browsers archive requests that got no response.
 * Only `har` can store such interactions; every other format omits them. Only `go-vcr-2` and `har` can store WebSocket
 * conversations.
 *
 * @param cassette a cassette that was read from any format, or that a program has built
 * @returns the whole file: JSON if the format is `har`, otherwise YAML
 * @throws CassetteOptionError if the format is not a `WritableFormat`, an option is unknown, or a member of
 *   the cassette is missing or has another type
 */
export function stringifyCassette(cassette: Pick<Cassette, 'interactions'>, options: StringifyOptions = {}): string {
  objectOf<StringifyOptions>({ format: oneOf(writableNames) })(options, '')
  checkCassette(cassette, 'cassette')
  const format = getWritableFormat(options.format ?? 'go-vcr-2')
  return format.write(cassette.interactions.filter((interaction) => reasonToOmit(interaction, format) === undefined))
}

/** Finds the reason why a format can't store an interaction; undefined if it can. Browsers archive a failed request with the status 0. */
export function reasonToOmit(
  { response }: Interaction,
  { withoutResponse, websockets }: Pick<WritableFormatEntry, 'withoutResponse' | 'websockets'>,
): 'no-response' | 'websocket' | undefined {
  if (response.websocket) return websockets === 'drop' ? 'websocket' : undefined
  return response.status < 200 && withoutResponse === 'drop' ? 'no-response' : undefined
}

/** The names of the formats that can be written. */
export const writableNames: readonly string[] = cassetteFormats
  .filter(({ access }) => access === 'read-write')
  .map(({ name }) => name)

function getWritableFormat(name: WritableFormat): WritableFormatEntry {
  const format = loadFormats().writableFormats.get(name)
  if (!format) throw new TypeError(`msw-cassette: the format ${name} is not written. Please report this.`)
  return format
}
