import { type ByteView, readUtf8, viewBytes } from '../../../bytes/byte-view.ts'
import { END, type Line } from './line.ts'
import { LineCache } from './line-cache.ts'

/** A cursor over the lines of a text, in its bytes. The text ends with a line break. */
export class Lines {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same bytes, for searching. */
  readonly view: ByteView
  readonly #cache: LineCache
  /** The current line. */
  line: Line
  /** Its number, counted from 1. */
  number = 1
  /** The offset of its first byte. */
  start = 0
  /** The indentation of its content. */
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

  /** The offset of the current line's line break. */
  get end(): number {
    return this.start + this.line.length
  }

  /** The offset of the current line's value; `end` if it has none. */
  get value(): number {
    return this.start + this.line.valueAt
  }

  /** The value of the current line as written. */
  get valueText(): string {
    this.line.text ??= readUtf8(this.view, this.value, this.end)
    return this.line.text
  }

  next(): void {
    this.goTo(this.end + 1, this.number + 1)
  }

  /** Moves to the line that begins at an offset. */
  goTo(start: number, number: number): void {
    this.number = number
    this.start = start
    this.line = start < this.bytes.length ? this.#cache.read(start) : END
    this.indent = this.line.indent
  }

  /** Whether the current line is a list item with this indentation. */
  isItem(indent: number): boolean {
    return this.indent === indent && this.line.kind === 'item'
  }

  /** Skips the dash of a list item: the content of the line then begins after it. */
  consumeDash(): void {
    this.indent += 2
  }
}
