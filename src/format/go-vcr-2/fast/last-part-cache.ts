import { hasEqualRanges } from './has-equal-ranges.ts'
import type { Lines } from './lines.ts'

interface Part<Value> {
  readonly value: Value
  readonly start: number
  /** In bytes and in lines, up to the line after it. */
  readonly size: number
  readonly lines: number
  /** With that line, which said that it ends here. */
  readonly length: number
}

/** A part of a cassette that is often the same as in the interaction before, as headers are: it is then not read again. */
export class LastPartCache<Value> {
  #last: Part<Value> | undefined

  /**
   * Reads a part that begins with the current line, and goes on to the line after it.
   *
   * @param read reads it where it is another; what it returns depends on nothing but the lines
   */
  read(lines: Lines, read: () => Value): Value {
    const { start, number, bytes } = lines
    const last = this.#last
    if (last && hasEqualRanges(bytes, last.start, start, last.length)) {
      lines.goTo(start + last.size, number + last.lines)
      return last.value
    }
    const value = read()
    if (!lines.isEnd) {
      const size = lines.start - start
      this.#last = { value, start, size, lines: lines.number - number, length: size + lines.line.length + 1 }
    }
    return value
  }
}
