/** Every character counts: a byte order mark in the middle of a file is one. */
export const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Thrown where a file has something that the quick reader does not know. */
class Declined extends Error {}

/** Gives the whole file up: the YAML parser reads it, or says what is wrong. */
export function decline(): never {
  throw new Declined()
}

/**
 * Runs a reader that may decline.
 *
 * @returns what it returns; undefined where it declined
 */
export function unlessDeclined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Declined) return undefined
    throw error
  }
}

/** A walk over the lines of a text that ends with a line break, in its bytes. */
export class Lines {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The number of the current line, counted from 1. */
  number = 1
  /** Where the current line begins, where in it the indentation ends, and where its line break is. */
  start = 0
  content = 0
  end = 0

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes
    this.#enter(0)
  }

  get isEnd(): boolean {
    return this.start >= this.bytes.length
  }

  get isBlank(): boolean {
    return this.content === this.end
  }

  /** How many spaces, and dashes that were taken, stand before the content. */
  get indent(): number {
    return this.content - this.start
  }

  /** The current line from one place to another, else to its end. */
  text(from = this.content, to = this.end): string {
    return decoder.decode(this.bytes.subarray(from, to))
  }

  next(): void {
    this.number++
    this.#enter(this.end + 1)
  }

  /** Takes the dash of a list's item: what follows it is then the content of the line. */
  takeDash(): void {
    this.content += 2
    if (this.bytes[this.content] === SPACE) decline()
  }

  /** Whether the current line is an item of a list at an indentation. */
  isItem(indent: number): boolean {
    return this.indent === indent && this.bytes[this.content] === DASH && this.bytes[this.content + 1] === SPACE
  }

  #enter(start: number): void {
    this.start = start
    const end = this.bytes.indexOf(LINE_BREAK, start)
    this.end = end === -1 ? this.bytes.length : end
    if (this.end - start > MAX_LINE_LENGTH) decline()
    this.content = start
    while (this.bytes[this.content] === SPACE) this.content++
  }
}

/** A longer line is for the YAML parser to refuse. */
const MAX_LINE_LENGTH = 32 * 1024 * 1024
const LINE_BREAK = 0x0a
const SPACE = 0x20
const DASH = 0x2d
