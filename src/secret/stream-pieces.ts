import { decodeQuoted, readQuoted } from './quoted-string.ts'

/** A string of a JSON line or of an event's data. */
export interface Piece {
  /** Where its content begins and ends in the text, without quotes. */
  readonly start: number
  readonly end: number
  readonly value: string
}

const LINE = /^(?:data:)?[ \t]{0,20}(\{.*\})[ \t]{0,20}\r?$/gm

/**
 * Collects the strings at the same path of several lines: a model's text arrives in pieces such as `sk-a` and `nt-…`.
 *
 * @returns the pieces of each path that occurs in more than one line
 */
export function streamPieces(text: string): Piece[][] {
  if (!text.includes('\n') || !text.includes('{')) return []
  const paths = new Map<string, Piece[]>()
  for (const match of text.matchAll(LINE)) {
    const json = match[1] ?? ''
    const start = match.index + match[0].indexOf('{')
    for (const [path, piece] of stringsOf(text, start, start + json.length)) {
      const pieces = paths.get(path)
      if (pieces) pieces.push(piece)
      else paths.set(path, [piece])
    }
  }
  return [...paths.values()].filter(({ length }) => length > 1)
}

const COLON = /\s{0,20}:/y

/** Deeper strings are no text of a model. */
const MAX_DEPTH = 30

/** The strings of JSON with their paths. The indexes of lists are a part of the path. */
function* stringsOf(text: string, from: number, to: number): Generator<[path: string, piece: Piece]> {
  const path: (string | number)[] = []
  for (let at = from; at < to; at++) {
    const char = text[at]
    if (char === '{' || char === '[') path.push(char === '[' ? 0 : '')
    else if (char === '}' || char === ']') path.pop()
    else if (char === ',') path.push(next(path.pop()))
    else if (char === '"') {
      const string = readQuoted(text, at, '"')
      if (!string || path.length > MAX_DEPTH) return
      const value = decodeQuoted(text.slice(string.start, string.end), '"')
      at = string.end
      COLON.lastIndex = at + 1
      if (typeof path.at(-1) === 'string' && COLON.test(text)) path[path.length - 1] = value
      else yield [path.join('/'), { start: string.start, end: string.end, value }]
    }
  }
}

function next(step: string | number | undefined): string | number {
  return typeof step === 'number' ? step + 1 : ''
}
