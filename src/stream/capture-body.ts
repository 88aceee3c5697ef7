import { concatBytes } from '../bytes/concat-bytes.ts'
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
export const TRAILING_BODY_TIMEOUT_MS = 1_000

// As they are now: fake timers of a test that records have no say in this.
const { setTimeout, clearTimeout } = globalThis

/**
 * Keeps a body while its reader gets it, chunk by chunk as it comes: also where nobody reads it, since a client may only
 * want the status.
 *
 * @param body what comes from the network; null for none
 * @param client aborts when the client gives up
 * @param leave ends the exchange with the network, here when its reader has left and it goes on for too long
 * @returns the stream for the reader, and what was kept when it ended: undefined where it did not end well
 */
export function captureBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  client: AbortSignal,
  leave: AbortController,
): { stream: ReadableStream<Uint8Array> | null; captured: Promise<CapturedBody | undefined> } {
  if (!body) return { stream: null, captured: Promise.resolve({ bytes: new Uint8Array(), chunks: [] }) }
  let state: 'read' | 'left' = 'read'
  let timer: ReturnType<typeof setTimeout> | undefined
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const times: number[] = []
  const start = performance.now()

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      sink = controller
      client.addEventListener('abort', abort)
    },
    cancel: quit,
  })
  return { stream: detachTee(stream), captured: capture(body.getReader()) }

  async function capture(
    reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  ): Promise<CapturedBody | undefined> {
    // MSW 2 makes a Response of its own, whose body may no longer hear the signal.
    leave.signal.addEventListener('abort', () => void reader.cancel(leave.signal.reason).catch(() => {}))
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        // A copy: the reader may write into what it gets.
        pieces.push(part.value.slice())
        times.push(performance.now() - start)
        if (state === 'read') sink?.enqueue(part.value)
      }
      leave.signal.throwIfAborted()
      if (state === 'read') sink?.close()
      return toCapturedBody(pieces, times)
    } catch (error) {
      if (state === 'read') sink?.error(error)
      return undefined
    } finally {
      clearTimeout(timer)
      client.removeEventListener('abort', abort)
    }
  }

  function abort(): void {
    sink?.error(client.reason)
    quit()
  }

  function quit(reason: unknown = client.reason): void {
    state = 'left'
    timer ??= setTimeout(() => leave.abort(reason), TRAILING_BODY_TIMEOUT_MS)
  }
}

function toCapturedBody(pieces: readonly Uint8Array[], times: readonly number[]): CapturedBody {
  const bytes = concatBytes(pieces)
  return { bytes, chunks: pieces.map(({ length }, index) => ({ size: length, time: times[index] ?? 0 })) }
}
