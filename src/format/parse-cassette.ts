import { inflate, isGzip, MAX_INFLATED_BYTES } from '../body/inflate.ts'
import type { Cassette } from '../cassette.ts'
import { CassetteParseError } from '../errors/errors.ts'
import { readGoVcr2Fast } from './go-vcr-2/fast/read-fast.ts'
import { parseDocument } from './parse-document.ts'

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
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : new Uint8Array(source)
  return parseOwnBytes(bytes, options.path ?? '<text>')
}

/**
 * The same, of bytes that are nobody else's: they belong to the cassette from then on.
 *
 * @throws CassetteParseError, CassetteFormatError
 */
export function parseOwnBytes(bytes: Uint8Array<ArrayBuffer>, file: string): Cassette {
  if (bytes.length > MAX_INFLATED_BYTES) refuseSize(bytes.length, file)
  const plain = isGzip(bytes) ? gunzip(bytes, file) : bytes
  return readGoVcr2Fast(plain, file) ?? parseDocument(plain, file)
}

/** The engine has no string for much more, and the models of it no memory. */
function refuseSize(size: number, file: string): never {
  throw new CassetteParseError(
    { file, line: 1, column: 1 },
    `Failed to read the cassette ${file}: it has ${size} bytes, and may have ${MAX_INFLATED_BYTES}. Split it.`,
  )
}

function gunzip(bytes: Uint8Array, file: string): Uint8Array<ArrayBuffer> {
  try {
    return inflate(bytes, 'gzip')
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CassetteParseError(
      { file, line: 1, column: 1 },
      `Failed to read the cassette ${file}: it is compressed with gzip, and can't be decompressed: ${why}.`,
      { cause },
    )
  }
}
