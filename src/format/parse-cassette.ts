import { loadFormats } from '#formats'
import { inflate, isGzip, MAX_INFLATED_BYTES } from '../body/inflate.ts'
import type { Cassette } from '../cassette.ts'
import { CassetteParseError } from '../errors/errors.ts'
import { objectOf, refuseOption, satisfying } from '../options/checks.ts'
import { isBytes } from '../platform/cross-realm.ts'
import { readGoVcr2Fast } from './go-vcr-2/fast/read-fast.ts'

/**
 * Reads a cassette from its text or bytes. The format is detected by its shape: see `cassetteFormats`.
 *
 * @param source the content of a cassette file: text, or UTF-8 bytes
 * @param options.path the origin of the text, for messages; default `<text>`
 * @throws CassetteOptionError if the source is neither, or an option is unknown
 * @throws CassetteParseError if any part of the file is invalid, with file, line and column
 * @throws CassetteFormatError if the file is valid, but not in a known format
 */
export function parseCassette(source: string | Uint8Array, options: ParseOptions = {}): Cassette {
  objectOf<ParseOptions>({ path: satisfying((path) => typeof path === 'string', 'a string') })(options, '')
  return parseOwnBytes(toOwnBytes(source), options.path ?? '<text>')
}

interface ParseOptions {
  path?: string
}

function toOwnBytes(source: unknown): Uint8Array<ArrayBuffer> {
  if (typeof source === 'string') return new TextEncoder().encode(source)
  if (isBytes(source)) return new Uint8Array(source)
  return refuseOption('source', source, 'the text of a cassette, or its bytes as a Uint8Array')
}

/**
 * Reads a cassette from bytes, without copying them. The caller must not use the bytes afterwards.
 *
 * @throws CassetteParseError, CassetteFormatError
 */
export function parseOwnBytes(bytes: Uint8Array<ArrayBuffer>, file: string): Cassette {
  if (bytes.length > MAX_INFLATED_BYTES) refuseSize(bytes.length, file)
  const plain = readPlainBytes(bytes, file)
  return readGoVcr2Fast(plain, file) ?? loadFormats().parseDocument(plain, file)
}

/**
 * Decompresses a file that is compressed with gzip.
 *
 * @returns the same bytes if it is not
 * @throws CassetteParseError
 */
export function readPlainBytes(bytes: Uint8Array<ArrayBuffer>, file: string): Uint8Array<ArrayBuffer> {
  return isGzip(bytes) ? gunzip(bytes, file) : bytes
}

/** Engines limit the length of a string, and the parsed tree would need several times that memory. */
function refuseSize(size: number, file: string): never {
  throw new CassetteParseError(
    { file, line: 1, column: 1 },
    `Failed to read the cassette ${file}: it has ${size} bytes, and can have at most ${MAX_INFLATED_BYTES}. Split it.`,
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
