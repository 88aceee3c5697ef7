import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { fromBinaryString, toBinaryString } from '../../bytes/binary-string.ts'
import { toByteString } from '../../http/http-request.ts'

/**
 * Reads a header's text as go-vcr does, which sends it as UTF-8.
 *
 * @returns text that `Headers` carries: one character for each byte, or text beyond latin1, which is sent as UTF-8 anyway
 */
export function readUtf8Header(text: string): string {
  if (!LATIN_1.test(text)) return text
  // Earlier versions of this library wrote each byte as a character.
  if (decodeUtf8(fromBinaryString(text)) !== undefined) return text
  return toBinaryString(new TextEncoder().encode(text))
}

/**
 * The bytes of a header's value, and their text if `readUtf8Header` reads it as the same bytes.
 *
 * @param value a header's value in the model
 */
export function encodeUtf8Header(value: string): { bytes: Uint8Array<ArrayBuffer>; text: string | undefined } {
  const encoded = toByteString(value)
  const bytes = fromBinaryString(encoded)
  const text = decodeUtf8(bytes)
  return { bytes, text: text !== undefined && toByteString(readUtf8Header(text)) === encoded ? text : undefined }
}

/** Characters that are one byte each in a header, and at least one that is not ASCII. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a header can carry.
const LATIN_1 = /^[\u0000-\u00ff]*[\u0080-\u00ff][\u0000-\u00ff]*$/
