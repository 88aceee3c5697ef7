import { decodeQuoted, type QuotedString, readQuoted } from './quoted-string.ts'

/** A part of JSON text. A name is a string before a colon. Numbers and words are left out. */
export type JsonToken =
  | { readonly kind: 'open'; readonly bracket: string }
  | { readonly kind: 'close'; readonly end: number }
  | { readonly kind: 'comma' }
  | ({ readonly kind: 'name' } & JsonString)
  | ({ readonly kind: 'string' } & JsonString)

interface JsonString {
  readonly string: QuotedString
  /** Decoded. */
  readonly value: string
}

const COLON = /\s{0,40}:/y

/**
 * Reads JSON inside a text, token by token. Ends at a string that does not end in its line.
 *
 * @param from the offset of the first token
 * @param to the end of the JSON
 * @param quote a quote as it is written in this JSON, such as `\"` in JSON in JSON
 */
export function* jsonTokens(text: string, from: number, to: number, quote: string): Generator<JsonToken> {
  for (let at = from; at < to; at++) {
    if (text.startsWith(quote, at)) {
      const string = readQuoted(text, at, quote)
      if (!string) return
      at = string.end + quote.length - 1
      COLON.lastIndex = at + 1
      const value = decodeQuoted(text.slice(string.start, string.end), quote)
      yield { kind: COLON.test(text) ? 'name' : 'string', string, value }
    } else {
      const token = punctuation(text[at], at)
      if (token) yield token
    }
  }
}

function punctuation(char: string | undefined, at: number): JsonToken | undefined {
  if (char === '{' || char === '[') return { kind: 'open', bracket: char }
  if (char === '}' || char === ']') return { kind: 'close', end: at + 1 }
  return char === ',' ? { kind: 'comma' } : undefined
}
