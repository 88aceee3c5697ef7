import { jsonTokens } from './json-tokens.ts'

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

/** The strings of JSON with their paths. The indexes of lists are a part of the path. */
function* stringsOf(text: string, from: number, to: number): Generator<[path: string, piece: Piece]> {
  const path: (string | number)[] = []
  for (const token of jsonTokens(text, from, to, '"')) {
    if (token.kind === 'open') path.push(token.bracket === '[' ? 0 : '')
    else if (token.kind === 'close') path.pop()
    else if (token.kind === 'comma') path.push(next(path.pop()))
    else if (token.kind === 'name') path[path.length - 1] = token.value
    else yield [path.slice(0, MAX_DEPTH).join('/'), { ...token.string, value: token.value }]
  }
}

/** Deeper strings are no text of a model. */
const MAX_DEPTH = 30

function next(step: string | number | undefined): string | number {
  return typeof step === 'number' ? step + 1 : ''
}
