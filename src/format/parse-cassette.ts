import type { Cassette } from '../cassette.ts'
import { CassetteFormatError } from '../errors.ts'
import { decodeText } from './decode-text.ts'
import { nameForeignFormat } from './foreign-format.ts'
import { cassetteFormats } from './formats.ts'
import { parseSource } from './source-document.ts'

/**
 * Reads a cassette from its text or bytes. The format is told by shape; see `cassetteFormats`.
 *
 * @param source the content of a cassette file: text, or UTF-8 bytes
 * @param options.path where it came from, for messages; default `<text>`
 * @returns the cassette; nothing of a faulty one is ever returned
 * @throws CassetteParseError where the file is not sound, with file, line and column
 * @throws CassetteFormatError where it is sound and of no known format
 */
export function parseCassette(source: string | Uint8Array, options: { path?: string } = {}): Cassette {
  const file = options.path ?? '<text>'
  const text = typeof source === 'string' ? source : decodeText(source, file)
  const document = parseSource(text, file)
  const format = cassetteFormats.find((candidate) => candidate.detect(document.value))
  if (!format) refuseFormat(document.value, file)
  return format.parse(document)
}

function refuseFormat(value: unknown, file: string): never {
  const found = nameForeignFormat(value)
  const known = cassetteFormats.map(({ title }) => title).join(', ')
  throw new CassetteFormatError(
    { file, line: 1, column: 1 },
    found,
    `Failed to read the cassette ${file}: it is ${found ?? 'no cassette: there is no "version" with "interactions" at its top'}. Known: ${known}.`,
  )
}
