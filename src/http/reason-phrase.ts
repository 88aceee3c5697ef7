import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'

/**
 * Encodes a reason phrase as `Response` and a status line accept it: one character for each byte of its UTF-8 text, as on the
 * wire. A server can send any bytes.
 *
 * @param text the phrase as `fetch` reads it, or as it was recorded
 */
export function encodeReasonPhrase(text: string): string {
  if (/^[\t\x20-\x7e]*$/.test(text)) return text
  return toBinaryString(new TextEncoder().encode(text)).replace(CONTROLS, '')
}

/** Decodes an encoded reason phrase, as `fetch` does. */
export function decodeReasonPhrase(encoded: string): string {
  if (/^[\t\x20-\x7e]*$/.test(encoded)) return encoded
  return new TextDecoder().decode(fromBinaryString(encoded))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a response can't contain them.
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g
