/**
 * Decodes UTF-8.
 *
 * @param byteOrderMark whether to keep a byte order mark as a character or to remove it
 * @returns the text, or undefined if the bytes are not valid UTF-8
 */
export function decodeUtf8(bytes: Uint8Array, byteOrderMark: 'keep' | 'remove' = 'keep'): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: byteOrderMark === 'keep' }).decode(bytes)
  } catch {
    return undefined
  }
}
