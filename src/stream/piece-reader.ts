import { copyBytes } from '../bytes/byte-view.ts'
import type { TimedBody } from './timing.ts'

/** How many bytes are copied in one step: copying each piece separately takes longer than delivering it. */
const COPIED_BYTES = 16 * 1024

/**
 * Reads the pieces of a body one after the other. Clients get views of a copy, because they can write into a chunk or transfer
 * it, and the recording must not change.
 */
export class PieceReader {
  readonly #bytes: Uint8Array<ArrayBuffer>
  readonly #endOf: TimedBody['endOf']
  /** A copy of a part of the body, and the offset of that part in the body. */
  #copy = new Uint8Array()
  #copyStart = 0
  /** The index of the next piece, and its offset in the body. */
  next = 0
  #start = 0

  constructor({ bytes, endOf }: TimedBody, memory: 'copied' | 'shared') {
    this.#bytes = bytes
    this.#endOf = endOf
    if (memory === 'shared') this.#copy = bytes
  }

  get isEnd(): boolean {
    return this.#endOf(this.next) === undefined
  }

  read(): Uint8Array<ArrayBuffer> {
    const start = this.#start
    const end = this.#endOf(this.next) ?? start
    // After a client transfers a chunk, the copy has no bytes left, and this copies again.
    if (end > this.#copyStart + this.#copy.length) this.#copyFrom(start, end)
    this.next++
    this.#start = end
    return this.#copy.subarray(start - this.#copyStart, end - this.#copyStart)
  }

  #copyFrom(start: number, end: number): void {
    this.#copy = copyBytes(this.#bytes, start, Math.max(end, start + COPIED_BYTES))
    this.#copyStart = start
  }
}
