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
 * of a stream, and text in base64 or hexadecimal digits, also if it was encoded twice.
 */
export function* possibleDecodings(text: string): Generator<Decoding> {
  yield { text, how: '' }
  const plain = toPlain(text)
  if (plain !== text) yield { text: plain, how: '' }
  for (const pieces of streamPieces(text)) {
    const joined = pieces.map(({ value }) => value).join('')
    yield { text: joined, how: 'in pieces' }
    const plainPieces = toPlain(joined)
    if (plainPieces !== joined) yield { text: plainPieces, how: 'in pieces' }
  }
  for (const decoding of decodeRuns(plain)) {
    yield decoding
    yield* decodeRuns(decoding.text)
  }
}

function* decodeRuns(text: string): Generator<Decoding> {
  const { base64, compressed, hex } = decodeText(text)
  if (base64) yield { text: toPlain(base64), how: 'in base64' }
  if (compressed) yield { text: toPlain(compressed), how: 'in compressed base64' }
  if (hex) yield { text: toPlain(hex), how: 'in hexadecimal digits' }
}

function toPlain(text: string): string {
  return removeNulls(decodePercent(removeEscapes(text)))
}
