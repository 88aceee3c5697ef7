import { decodePercent, decodeText, removeEscapes, removeNulls } from './decode-text.ts'
import { streamPieces } from './stream-pieces.ts'

/** A text in one of its decoded forms. */
export interface Decoding {
  readonly text: string
  /** How it was decoded, for messages, such as `in base64`; empty for forms that need no explanation. */
  readonly how: string
}

/**
 * Lists the forms of a text in which a credential can be hidden: the text itself, the text without escapes, the joined pieces
 * of a stream, and text in base64 or hexadecimal digits.
 */
export function* possibleDecodings(text: string): Generator<Decoding> {
  yield { text, how: '' }
  const plain = removeNulls(decodePercent(removeEscapes(text)))
  if (plain !== text) yield { text: plain, how: '' }
  for (const pieces of streamPieces(text)) yield { text: pieces.map(({ value }) => value).join(''), how: 'in pieces' }
  const { base64, hex } = decodeText(plain)
  if (base64) yield { text: base64, how: 'in base64' }
  if (hex) yield { text: hex, how: 'in hexadecimal digits' }
}
