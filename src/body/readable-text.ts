import { decodeUtf8 } from './decode-utf8.ts'

/** Bytes that no text contains, such as those of a silent sound. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched.
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/

/**
 * Decodes bytes to show them.
 *
 * @returns the text without a byte order mark; undefined if the bytes are not a text
 */
export function readableText(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes, 'remove')
  return text !== undefined && BINARY.test(text) ? undefined : text
}
