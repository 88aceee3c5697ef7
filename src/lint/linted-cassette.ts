import { inflate, isGzip } from '../body/inflate.ts'
import type { Interaction } from '../cassette.ts'
import { decodeText } from '../format/document/decode-text.ts'
import { parseOwnBytes } from '../format/parse-cassette.ts'

/** A cassette with the text that it was read from. */
export interface LintedCassette {
  /** Absolute. */
  readonly file: string
  /** As the user spelled it. */
  readonly path: string
  readonly format: string
  readonly interactions: readonly Interaction[]
  /** Decompressed, and without a byte order mark. */
  readonly text: string
  readonly lines: readonly string[]
}

/**
 * Reads a cassette for its examination.
 *
 * @param bytes the content of the file
 * @throws CassetteParseError, CassetteFormatError
 */
export function readLintedCassette(
  bytes: Uint8Array<ArrayBuffer>,
  { file, path }: Pick<LintedCassette, 'file' | 'path'>,
): LintedCassette {
  // The interactions take over the bytes that they are read from.
  const { format, interactions } = parseOwnBytes(bytes.slice(), path)
  const text = decodeText(isGzip(bytes) ? inflate(bytes, 'gzip') : bytes, path)
  return { file, path, format, interactions, text, lines: text.split('\n') }
}
