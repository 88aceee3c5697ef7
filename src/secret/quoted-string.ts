import { parseJson } from '../json/parse-json.ts'

/** A JSON string in a text, at any depth of JSON in JSON. */
export interface QuotedString {
  /** The offset after the opening quote. */
  readonly start: number
  /** The offset of the closing quote, with its escapes; the end of the text if the string is cut. */
  readonly end: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LINE_BREAK = 0x0a

/**
 * Reads a string whose quotes are escaped. In JSON in JSON a quote has one backslash, one level deeper it has three, and so on:
 * the quote of a level has as many backslashes as its opening quote.
 *
 * @param quote the opening quote with its escapes, such as `\"`
 * @returns undefined if the string does not end in its line
 */
export function readQuoted(text: string, at: number, quote: string): QuotedString | undefined {
  const start = at + quote.length
  const level = quote.length - 1
  let escapes = 0
  for (let index = start; index < text.length; index++) {
    const char = text.charCodeAt(index)
    if (char === BACKSLASH) escapes++
    else {
      // More backslashes belong to the content: each of its own is written as twice as many as those of the quote plus one.
      if (char === QUOTE && escapes >= level && (escapes - level) % (2 * (level + 1)) === 0) {
        return { start, end: index - level }
      }
      if (char === LINE_BREAK) return undefined
      escapes = 0
    }
  }
  return { start, end: text.length }
}

/** Decodes the content of a string, as often as it was encoded. A cut string loses the escape in which it was cut. */
export function decodeQuoted(content: string, quote: string): string {
  let decoded = content
  for (let level = quote.length; level >= 1; level = level >> 1) {
    const value = parseJson(`"${decoded}"`) ?? parseJson(`"${decoded.replace(/\\(?:u[\da-fA-F]{0,3})?$/, '')}"`)
    if (typeof value !== 'string') return decoded
    decoded = value
  }
  return decoded
}
