import { type ByteView, readUtf8, viewBytes } from '../../../bytes/byte-view.ts'
import { END, type Line } from './line.ts'
import { LineCache } from './line-cache.ts'

/** A walk over the lines of a text that ends with a line break, in its bytes. */
export class Lines {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same bytes, to search in. */
  readonly view: ByteView
  readonly #cache: LineCache
  /** The current line, its number counted from 1, where it begins, and how far in its content does. */
  line: Line
  number = 1
  start = 0
  indent: number

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes
    this.view = viewBytes(bytes)
    this.#cache = new LineCache(bytes, this.view)
    this.line = this.#cache.read(0)
    this.indent = this.line.indent
  }

  get isEnd(): boolean {
    return this.start >= this.bytes.length
  }

  /** Where the line break of the current line is. */
  get end(): number {
    return this.start + this.line.length
  }

  /** Where the value of the current line begins; `end` where it has none. */
  get value(): number {
    return this.start + this.line.valueAt
  }

  /** The value of the current line as it stands. */
  get valueText(): string {
    this.line.text ??= readUtf8(this.view, this.value, this.end)
    return this.line.text
  }

  next(): void {
    this.goTo(this.end + 1, this.number + 1)
  }

  /** Goes to the line that begins at a place. */
  goTo(start: number, number: number): void {
    this.number = number
    this.start = start
    this.line = start < this.bytes.length ? this.#cache.read(start) : END
    this.indent = this.line.indent
  }

  /** Whether the current line is an item of a list at an indentation. */
  isItem(indent: number): boolean {
    return this.indent === indent && this.line.kind === 'item'
  }

  /** Takes the dash of a list's item: what follows it is then the content of the line. */
  consumeDash(): void {
    this.indent += 2
  }
}
