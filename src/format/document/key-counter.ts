const MARKS = { document: '\u0002', scalar: '\u001f' } as const

/** Counts the keys of each map while a YAML file is divided into tokens. */
export class KeyCounter {
  /** The number of keys of each open map in block style, by the column of its keys. */
  readonly #blocks = new Map<number, number>()
  /** The number of keys of each open map in flow style. A list has none, however long it is. */
  readonly #flows: number[] = []
  #column = 0
  /** The column of the first text in this line. */
  #first: number | undefined

  /**
   * @param token the next token of the YAML package's lexer
   * @returns the number of keys that its map has so far; 0 for all other tokens
   */
  add(token: string): number {
    // The lexer marks the beginning of a document and of a scalar by a control character.
    if (token === MARKS.document || token === MARKS.scalar) return 0
    const column = this.#column
    this.#column = token.endsWith('\n') ? 0 : column + token.length
    if (token.endsWith('\n')) this.#first = undefined
    else if (!/^(?:\s+|-)$/.test(token)) this.#first ??= column
    switch (token) {
      case '{':
      case '[':
        this.#flows.push(token === '{' ? 0 : Number.NEGATIVE_INFINITY)
        return 0
      case '-':
        this.#close(column)
        return 0
      case '}':
      case ']':
        this.#flows.pop()
        return 0
      case ',':
        return this.#countFlow()
      case ':':
        return this.#flows.length > 0 ? 0 : this.#countBlock(this.#first ?? column)
      default:
        return 0
    }
  }

  #countFlow(): number {
    const count = (this.#flows.pop() ?? 0) + 1
    this.#flows.push(count)
    return count
  }

  /** Ends the maps whose keys are further to the right. */
  #close(column: number): void {
    for (const deeper of this.#blocks.keys()) if (deeper > column) this.#blocks.delete(deeper)
  }

  #countBlock(column: number): number {
    this.#close(column)
    const count = (this.#blocks.get(column) ?? 0) + 1
    this.#blocks.set(column, count)
    return count
  }
}
