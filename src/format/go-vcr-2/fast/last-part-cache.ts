import { hasEqualRanges } from './has-equal-ranges.ts'
import type { Lines } from './lines.ts'

interface Part<Value> {
  readonly value: Value
  readonly start: number
  /** In bytes, up to the line after the part. */
  readonly size: number
  readonly lines: number
  /** In bytes, with that line: it shows where the part ends. */
  readonly length: number
}

/** Caches a part of an interaction, such as its headers, which often has the same bytes in the next interaction. */
export class LastPartCache<Value> {
  #last: Part<Value> | undefined

  /**
   * Reads the part that begins with the current line, and moves to the line after it.
   *
   * @param read reads a part that is not cached; its result must depend only on the lines
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
