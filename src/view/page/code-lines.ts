import { type CodeLine, readTokens, type Token, toJsonLines } from './json-lines.ts'

/**
 * Breaks a text into lines to show: JSON indented, the lines of a stream and of JSON lines coloured, anything else as it is.
 */
export function toCodeLines(text: string): CodeLine[] {
  return toJsonLines(text) ?? text.split(/\r\n|\n|\r/).map((line) => ({ depth: 0, tokens: toTokens(line) }))
}

/** The field of a line of a stream, and its value. */
const FIELD = /^((?:data|event|id|retry): ?)(.*)$/s

function toTokens(line: string): Token[] {
  const [, field, value] = FIELD.exec(line) ?? []
  if (field !== undefined && value !== undefined) return [{ kind: 'comment', text: field }, ...toTokens(value)]
  return /^[{[]/.test(line) && toJsonLines(line) ? spaceOut(readTokens(line)) : [{ kind: 'plain', text: line }]
}

/** The tokens have no white space between them. */
function spaceOut(tokens: readonly Token[]): Token[] {
  return tokens.map((token) =>
    token.text === ':' || token.text === ',' ? { ...token, text: `${token.text} ` } : token,
  )
}
