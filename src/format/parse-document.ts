import type { Cassette } from '../cassette.ts'
import { CassetteFormatError } from '../errors/errors.ts'
import { isJsonObject } from '../json/json-value.ts'
import { decodeText } from './document/decode-text.ts'
import { refuseForeignText } from './document/refuse-foreign-text.ts'
import { parseSource } from './document/source-document.ts'
import { formats } from './formats.ts'
import { nameUnsupportedFormat } from './unsupported-format.ts'

/**
 * Reads a cassette of any known format.
 *
 * @param source the content of a cassette file: text, or UTF-8 bytes
 * @param file its name, for messages
 * @throws CassetteParseError, CassetteFormatError
 */
export function parseDocument(source: string | Uint8Array, file: string): Cassette {
  const text = typeof source === 'string' ? source : decodeText(source, file)
  refuseForeignText(text, file)
  const document = parseSource(text, file)
  const format = formats.find((candidate) => candidate.detect(document.value))
  if (!format) refuseFormat(document.value, file)
  return { format: format.name, path: file, interactions: format.parse(document) }
}

function refuseFormat(value: unknown, file: string): never {
  const { found, advice } = nameUnsupportedFormat(value) ?? {}
  const known = `Known: ${formats.map(({ title }) => title).join(', ')}.`
  throw new CassetteFormatError(
    { file, line: 1, column: 1 },
    found,
    `Failed to read the cassette ${file}: it is ${found ?? `no cassette that this library knows: ${describeShape(value)}`}. ${advice ?? known}`,
  )
}

function describeShape(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list of something else'
  return isJsonObject(value)
    ? `a map of ${Object.keys(value)
        .slice(0, 8)
        .map((key) => key.slice(0, 40))
        .join(', ')}`
    : 'no map and no list'
}
