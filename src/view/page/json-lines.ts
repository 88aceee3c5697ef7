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

/** Returns the end of an empty list or object, or of a list of numbers: they fit in one line. Otherwise, returns the index. */
function endOfRow(tokens: readonly Token[], index: number): number {
  const open = tokens[index]?.text
  if (open !== '[' && open !== '{') return index
  let end = index + 1
  if (open === '[') while (isPartOfNumbers(tokens[end])) end++
  return /^[\]}]$/.test(tokens[end]?.text ?? '') ? end + 1 : index
}

function isPartOfNumbers(token: Token | undefined): boolean {
  return token !== undefined && /^(?:[\d.eE]+|[-+,.])$/.test(token.text)
}

class LineWriter {
  readonly lines: CodeLine[] = [{ depth: 0, tokens: [] }]
  readonly #open: CodeLine[] = []

  write(token: Token): void {
    const { text } = token
    if (token.kind === 'sign' && /^[\]}]$/.test(text)) this.#close(token)
    else this.append(token)
    if (token.kind !== 'sign') return
    if (text === '[' || text === '{') {
      this.#open.push(this.#last)
      this.#breakLine()
    }
    if (text === ',') this.#breakLine()
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
