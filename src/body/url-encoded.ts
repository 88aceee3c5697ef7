import { decodeUtf8 } from './decode-utf8.ts'

/**
 * Parses a query or a form into the sorted values of each field. Repeated values are kept. See `decodeField` for bytes that are not
 * UTF-8.
 *
 * @param text without the question mark of a query
 */
export function parseUrlEncoded(text: string): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null)
  for (const [name, value] of splitPairs(text).map(decodePair)) {
    const values = fields[name] ?? []
    fields[name] = values
    values.push(value)
  }
  for (const values of Object.values(fields)) values.sort()
  return fields
}

/** Splits a query or a form into its encoded pairs. */
export function splitPairs(text: string): string[] {
  return text.split('&').filter((pair) => pair !== '')
}

/** Decodes the name and the value of a pair. */
export function decodePair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf('=')
  return equals === -1
    ? [decodeField(pair), '']
    : [decodeField(pair.slice(0, equals)), decodeField(pair.slice(equals + 1))]
}

/** Encodes a name and a value, so that `decodePair` returns them. */
export function encodePair(name: string, value: string): string {
  return `${encodeText(name)}=${encodeText(value)}`
}

/**
 * Removes parameters from a query, and leaves the others as they are spelled.
 *
 * @param url changed in place
 * @param isDropped selects the names to remove, decoded
 */
export function dropParameters(url: URL, isDropped: (name: string) => boolean): void {
  const pairs = splitPairs(url.search.slice(1))
  const kept = pairs.filter((pair) => !isDropped(decodePair(pair)[0]))
  if (kept.length < pairs.length) url.search = kept.join('&')
}

function decodeField(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text)
}

/**
 * Decodes percent-encoded UTF-8. Text with a byte that is not UTF-8 gets one character for each of its bytes, U+DC80 to U+DCFF for those
 * above 127. No valid text contains them, so different bytes are different texts.
 *
 * @see https://peps.python.org/pep-0383/
 */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  const bytes = decodePercentBytes(new TextEncoder().encode(text))
  return decodeUtf8(bytes) ?? escapeBytes(bytes)
}

function escapeBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += BYTES_PER_CALL) {
    const codes = Array.from(bytes.subarray(at, at + BYTES_PER_CALL), (byte) => (byte < 0x80 ? byte : SURROGATE + byte))
    text += String.fromCharCode(...codes)
  }
  return text
}

/** Percent-encodes a text, and the bytes that `decodePercent` could not decode. */
export function encodeText(text: string): string {
  return text
    .split(/([\udc80-\udcff])/u)
    .map((piece, index) => (index % 2 === 0 ? encodeValid(piece) : encodeByte(piece.charCodeAt(0) - SURROGATE)))
    .join('')
}

/** A function of the options can cut a text between two surrogates. */
function encodeValid(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}

function encodeByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase()}`
}

/** Decodes percent-encoded bytes, in place. A percent sign that encodes nothing stays. */
export function decodePercentBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] === PERCENT ? hexPair(bytes[at + 1], bytes[at + 2]) : -1
    if (code >= 0) at += 2
    bytes[length++] = code >= 0 ? code : (bytes[at] ?? 0)
  }
  return bytes.subarray(0, length)
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const [a, b] = [hexDigit(high), hexDigit(low)]
  return a < 0 || b < 0 ? -1 : a * 16 + b
}

/** @returns -1 if the byte is not a hexadecimal digit */
function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

const PERCENT = 0x25
const SURROGATE = 0xdc00

// An argument list is limited in length.
const BYTES_PER_CALL = 8192
