import { jsonTokens } from './json-tokens.ts'

/** A string of a JSON line or of an event's data, or the data itself if it is no JSON. */
export interface Piece {
  /** Where its content begins and ends in the text, without quotes. */
  readonly start: number
  readonly end: number
  readonly value: string
  readonly format: 'JSON' | 'plain'
}

/** A line of JSON. Some streams have a letter or a digit for the kind of the line instead of `data`: `0:"Hello"`. */
const LINE = /^(data:|[\da-z]:)?[ \t]{0,20}(\{.*\}|".*")[ \t]{0,20}\r?$/gm

/** The data of an event that is no JSON. */
const PLAIN_DATA = /^data: ?((?![ \t]*[{["])[^\r\n]+)/gm

/** A stream of Gemini without events is a list. Other lists contain no pieces. */
const LIST = /^\s{0,20}\[\s{0,20}\{\s{0,20}"(?:candidates|promptFeedback|usageMetadata)"/

/**
 * Collects the strings at the same path of several lines: a model's text arrives in pieces such as `sk-a` and `nt-…`. A list of
 * Gemini is read like lines.
 *
 * @returns the pieces of each path that occurs in more than one line
 */
export function streamPieces(text: string): Piece[][] {
  const paths = new Map<string, Piece[]>()
  for (const [path, piece] of LIST.test(text) ? piecesOfList(text) : piecesOfLines(text)) {
    const pieces = paths.get(path)
    if (pieces) pieces.push(piece)
    else paths.set(path, [piece])
  }
  return [...paths.values()].filter(({ length }) => length > 1)
}

function* piecesOfList(text: string): Generator<[path: string, piece: Piece]> {
  for (const [path, piece] of stringsOf(text, 0, text.length)) yield [path.replace(/^\d+/, ''), piece]
}

function* piecesOfLines(text: string): Generator<[path: string, piece: Piece]> {
  if (!text.includes('\n')) return
  for (const match of text.matchAll(LINE)) {
    const [line, kind = '', json = ''] = match
    const start = match.index + line.indexOf(json, kind.length)
    for (const [path, piece] of stringsOf(text, start, start + json.length)) yield [kind + path, piece]
  }
  if (!text.includes('data:')) return
  for (const match of text.matchAll(PLAIN_DATA)) {
    const [line, value = ''] = match
    const end = match.index + line.length
    yield ['(plain)', { start: end - value.length, end, value, format: 'plain' }]
  }
}

/** The strings of JSON with their paths. The indexes of lists are a part of the path. */
export function* stringsOf(text: string, from: number, to: number): Generator<[path: string, piece: Piece]> {
  const path: (string | number)[] = []
  for (const token of jsonTokens(text, from, to, '"')) {
    if (token.kind === 'open') path.push(token.bracket === '[' ? 0 : '')
    else if (token.kind === 'close') path.pop()
    else if (token.kind === 'comma') path.push(next(path.pop()))
    else if (token.kind === 'name') path[path.length - 1] = token.value
    else yield [path.slice(0, MAX_DEPTH).join('/'), { ...token.string, value: token.value, format: 'JSON' }]
  }
}

/** Deeper strings are no text of a model. */
const MAX_DEPTH = 30

function next(step: string | number | undefined): string | number {
  return typeof step === 'number' ? step + 1 : ''
}
