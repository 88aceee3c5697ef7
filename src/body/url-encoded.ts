import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
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
  try {
    return decodeURIComponent(text)
  } catch {
    const bytes = decodePercentBytes(toBinaryString(new TextEncoder().encode(text)))
    return decodeUtf8(fromBinaryString(bytes)) ?? bytes.replace(/[\x80-\xff]/g, escapeByte)
  }
}

/**
 * Decodes percent-encoded bytes. A percent sign that encodes nothing stays.
 *
 * @param bytes one character for each byte, as in the result
 */
export function decodePercentBytes(bytes: string): string {
  return bytes.replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
}

function escapeByte(char: string): string {
  return String.fromCharCode(SURROGATE + char.charCodeAt(0))
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

const SURROGATE = 0xdc00
