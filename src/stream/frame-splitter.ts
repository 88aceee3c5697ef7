import { concatBytes } from '../bytes/concat-bytes.ts'
import { createFrameEndDetector, type FrameEndDetector } from './frame-end-detector.ts'
import { type Framing, findFrameEnds } from './frames.ts'
import type { ControlledSource } from './manual-stream.ts'

const LF = 0x0a
const CR = 0x0d

/** Reads a stream frame by frame, whatever its chunks are. The last frame can be incomplete. */
export class FrameSplitter implements ControlledSource {
  readonly kind = 'events'
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #framing: Framing
  /** The bytes of frames that are not complete yet. They are joined only if that might complete one. */
  #rest: Uint8Array[] = []
  #detectEnd: FrameEndDetector
  #frames: Uint8Array[] = []
  #state: 'open' | 'ended' = 'open'

  constructor(source: ReadableStream<Uint8Array>, framing: Framing) {
    this.#reader = source.getReader()
    this.#framing = framing
    this.#detectEnd = createFrameEndDetector(framing)
  }

  /** Returns the next frame; undefined at the end. It rejects if the stream fails. */
  async next(): Promise<Uint8Array | undefined> {
    while (this.#frames.length === 0 && this.#state === 'open') {
      const { done, value } = await this.#reader.read()
      if (value) this.#rest.push(value.slice())
      if (done) this.#state = 'ended'
      if (done || this.#detectEnd(value)) this.#split()
    }
    return this.#frames.shift()
  }

  cancel(reason: unknown): void {
    void this.#reader.cancel(reason).catch(() => {})
  }

  #split(): void {
    const bytes = concatBytes(this.#rest)
    const ends = findFrameEnds(bytes, this.#framing)
    const frames = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
    const last = frames.at(-1)
    const isComplete = this.#state === 'ended' || last === undefined || isCompleteFrame(last, this.#framing)
    this.#frames = isComplete ? frames : frames.slice(0, -1)
    this.#rest = isComplete || !last ? [] : [last.slice()]
    this.#detectEnd = createFrameEndDetector(this.#framing)
    for (const piece of this.#rest) this.#detectEnd(piece)
  }
}

/** Whether the last bytes that have arrived complete a frame, so that its reader need not wait for the next one. */
function isCompleteFrame(frame: Uint8Array, framing: Framing): boolean {
  const [third, second, last] = [frame.at(-3), frame.at(-2), frame.at(-1)]
  if (framing === 'lines') return last === LF
  if (framing === 'events') {
    return (last === LF && (second === LF || (second === CR && third === LF))) || (last === CR && second === CR)
  }
  return framing === 'messages' && frame.length >= 16 && lengthOf(frame) === frame.length
}

function lengthOf(message: Uint8Array): number {
  return new DataView(message.buffer, message.byteOffset).getUint32(0)
}
