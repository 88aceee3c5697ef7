import type { Cassette } from '../cassette.ts'
import { parseDocument } from './parse-document.ts'
import { readGoVcr2 } from './quick/read-go-vcr-2.ts'

/**
 * Reads a cassette from its text or bytes. The format is told by shape; see `cassetteFormats`.
 *
 * @param source the content of a cassette file: text, or UTF-8 bytes, which must not be changed while the cassette is in
 *   use: bodies are decoded when they are asked for
 * @param options.path where it came from, for messages; default `<text>`
 * @returns the cassette; nothing of a faulty one is ever returned
 * @throws CassetteParseError where the file is not sound, with file, line and column
 * @throws CassetteFormatError where it is sound and of no known format
 */
export function parseCassette(source: string | Uint8Array, options: { path?: string } = {}): Cassette {
  const file = options.path ?? '<text>'
  return readGoVcr2(toBytes(source), file) ?? parseDocument(source, file)
}

/** Not a `Buffer`: bodies that are part of it would be some, too. */
function toBytes(source: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof source === 'string') return new TextEncoder().encode(source)
  return source.buffer instanceof ArrayBuffer
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
}
