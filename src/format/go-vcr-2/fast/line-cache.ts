import type { ByteView } from '../../../bytes/byte-view.ts'
import { hasEqualRanges } from './has-equal-ranges.ts'
import { type Line, readLine } from './line.ts'

/** Reads the lines of a file. Most short lines occur many times in a cassette, and each of them is parsed once. */
export class LineCache {
  readonly #bytes: Uint8Array
  readonly #view: ByteView
  readonly #slots: ({ readonly start: number; readonly line: Line } | undefined)[] = new Array(SLOTS).fill(undefined)

  constructor(bytes: Uint8Array, view: ByteView) {
    this.#bytes = bytes
    this.#view = view
  }

  /** Reads the line that begins at an offset. Equal short lines are the same object. */
  read(start: number): Line {
    let hash = 0
    let end = start
    for (const limit = start + SHORT; end <= limit; end++) {
      const byte = this.#bytes[end]
      if (byte === LINE_BREAK) return this.#readShort(start, end, hash & (SLOTS - 1))
      hash = Math.imul(hash, 31) + (byte as number)
    }
    return readLine(this.#bytes, this.#view, start, endOfLine(this.#view, end))
  }

  #readShort(start: number, end: number, slot: number): Line {
    const known = this.#slots[slot]
    const length = end - start
    if (known?.line.length === length && hasEqualRanges(this.#bytes, known.start, start, length)) return known.line
    const line = readLine(this.#bytes, this.#view, start, end)
    this.#slots[slot] = { start, line }
    return line
  }
}

/** Whether `LineCache` can return the same object for another place in the file. */
export function isShort({ length }: Line): boolean {
  return length <= SHORT
}

/** The offset of the next line break. */
export function endOfLine(view: ByteView, from: number): number {
  const found = view.indexOf(LINE_BREAK, from)
  return found === -1 ? view.length : found
}

/** In bytes. */
const SHORT = 96
/** A power of two. Lines with the same hash replace each other. */
const SLOTS = 512
const LINE_BREAK = 0x0a
