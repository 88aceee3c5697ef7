import type { TimedBody } from './timing.ts'

/** How much of a body is copied at once, in bytes: a copy for each piece would cost more than the piece. */
const COPIED_BYTES = 64 * 1024

/**
 * Gives the pieces of a body one after the other. Clients get parts of a copy: they may write into what they read, and transfer it,
 * and the recording must stay what it is.
 */
export class PieceReader {
  readonly #bytes: Uint8Array<ArrayBuffer>
  readonly #ends: readonly number[]
  /** A part of the body, and where in the body it begins. */
  #copy = new Uint8Array()
  #copyStart = 0
  /** The index of the next piece, and where it begins. */
  next = 0
  #start = 0

  constructor({ bytes, ends }: TimedBody, memory: 'copied' | 'shared') {
    this.#bytes = bytes
    this.#ends = ends
    if (memory === 'shared') this.#copy = bytes
  }

  get isEnd(): boolean {
    return this.next === this.#ends.length
  }

  read(): Uint8Array<ArrayBuffer> {
    const start = this.#start
    const end = this.#ends[this.next] ?? start
    // What was transferred has no bytes any more.
    if (end > this.#copyStart + this.#copy.length) this.#copyFrom(start, end)
    this.next++
    this.#start = end
    return this.#copy.subarray(start - this.#copyStart, end - this.#copyStart)
  }

  #copyFrom(start: number, end: number): void {
    this.#copy = this.#bytes.slice(start, Math.max(end, start + COPIED_BYTES))
    this.#copyStart = start
  }
}
