import { SugarHigh, tokenize } from 'sugar-high/core'

/** A piece of a line, and its kind for its colour. */
export interface Token {
  readonly kind: string
  readonly text: string
}

/** A line of code. */
export interface CodeLine {
  readonly depth: number
  readonly tokens: Token[]
  /** The index of the line that closes what this line opens. */
  end?: number
}

const JSON_SYNTAX = { keywords: new Set(['true', 'false', 'null']), quotedKeys: true }

/**
 * Breaks JSON into indented lines. All texts and numbers stay as they are spelled.
 *
 * @returns undefined if the text is not JSON
 */
export function toJsonLines(text: string): CodeLine[] | undefined {
  if (!isJson(text)) return undefined
  const writer = new LineWriter()
  const tokens = readTokens(text)
  for (let index = 0; index < tokens.length; index++) {
    const end = endOfRow(tokens, index)
    if (end > index) for (const token of tokens.slice(index, end)) writer.append(token)
    if (end > index) index = end - 1
    else writer.write(tokens[index] as Token)
  }
  return writer.lines
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Splits JSON, without its white space. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const [type, value] of tokenize(text, JSON_SYNTAX)) {
    const kind = SugarHigh.TokenTypes[type] ?? ''
    if (kind !== 'space' && kind !== 'break' && value.trim() !== '') tokens.push({ kind, text: value })
  }
  return tokens
}

/** A list or an object of this length, in characters, fits in one line if it contains no other. */
const SHORT = 60

/** Returns the end of a list or an object that fits in one line, also of a list of numbers of any length. Otherwise, returns the index. */
function endOfRow(tokens: readonly Token[], index: number): number {
  if (!isSign(tokens[index], OPENING)) return index
  let length = 0
  let end = index + 1
  for (; !isSign(tokens[end], CLOSING); end++) {
    const token = tokens[end]
    if (!token || isSign(token, OPENING)) return index
    if (!NUMERIC.test(token.text)) length += token.text.length
    if (length > SHORT) return index
  }
  return end + 1
}

const OPENING = /^[[{]$/
const COMMA = /^,$/
const CLOSING = /^[\]}]$/
const NUMERIC = /^(?:[\d.eE]+|[-+,.])$/

function isSign(token: Token | undefined, sign: RegExp): boolean {
  return token?.kind === 'sign' && sign.test(token.text)
}

class LineWriter {
  readonly lines: CodeLine[] = [{ depth: 0, tokens: [] }]
  readonly #open: CodeLine[] = []

  write(token: Token): void {
    if (isSign(token, CLOSING)) this.#close(token)
    else this.append(token)
    if (isSign(token, OPENING)) this.#open.push(this.#last)
    if (isSign(token, OPENING) || isSign(token, COMMA)) this.#breakLine()
  }

  append(token: Token): void {
    const isSeparator = token.kind === 'sign' && (token.text === ':' || token.text === ',')
    this.#last.tokens.push(isSeparator ? { kind: 'sign', text: `${token.text} ` } : token)
  }

  #close(token: Token): void {
    const opened = this.#open.pop()
    this.#breakLine()
    this.append(token)
    if (opened) opened.end = this.lines.length - 1
  }

  get #last(): CodeLine {
    return this.lines.at(-1) as CodeLine
  }

  #breakLine(): void {
    this.lines.push({ depth: this.#open.length, tokens: [] })
  }
}
