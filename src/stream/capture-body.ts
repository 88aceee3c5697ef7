import type { RecordedChunk } from '../cassette.ts'
import { detachTee } from './detach-tee.ts'

/** A body as it arrived. */
export interface CapturedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly chunks: readonly RecordedChunk[]
}

/**
 * How long a body may go on after its reader left, in ms, to be taken as whole. SDKs leave when they have read the last
 * event, a moment before the connection ends.
 */
export const GRACE = 1_000

// As they are now: fake timers of a test that records have no say in this.
const { setTimeout, clearTimeout } = globalThis

/**
 * Keeps a body while its reader gets it, chunk by chunk and no later.
 *
 * @param body what comes from the network; null for none
 * @param leave ends the exchange with the network, here when its reader has left and it goes on for too long
 * @returns the stream for the reader, and what was kept when it ended: undefined where it did not end well
 */
export function captureBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  leave: AbortController,
): { stream: ReadableStream<Uint8Array> | null; captured: Promise<CapturedBody | undefined> } {
  if (!body) return { stream: null, captured: Promise.resolve({ bytes: new Uint8Array(), chunks: [] }) }
  const { promise: captured, resolve } = withResolvers<CapturedBody | undefined>()
  const reader = body.getReader()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const times: number[] = []
  const start = performance.now()
  leave.signal.addEventListener('abort', () => resolve(undefined), { once: true })

  const read = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = await reader.read()
    if (done) {
      resolve(toCapturedBody(pieces, times))
      return undefined
    }
    pieces.push(value)
    times.push(performance.now() - start)
    return value
  }

  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const piece = await read()
          if (piece) controller.enqueue(piece)
          else controller.close()
        } catch (error) {
          resolve(undefined)
          controller.error(error)
        }
      },
      async cancel(reason) {
        const timer = setTimeout(() => leave.abort(reason), GRACE)
        try {
          while (await read());
        } catch {
          resolve(undefined)
        } finally {
          clearTimeout(timer)
        }
      },
    },
    { highWaterMark: 0 },
  )
  return { stream: detachTee(stream), captured }
}

function toCapturedBody(pieces: readonly Uint8Array[], times: readonly number[]): CapturedBody {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return { bytes, chunks: pieces.map(({ length }, index) => ({ size: length, time: times[index] ?? 0 })) }
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
