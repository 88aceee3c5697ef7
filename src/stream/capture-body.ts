import { concatBytes } from '../bytes/concat-bytes.ts'
import type { RecordedChunk } from '../cassette.ts'
import { detachTee } from './detach-tee.ts'
import { TRAILING_BODY_TIMEOUT_MS } from './trailing-body-timeout.ts'

/** A body with the chunks in which it arrived. */
export interface CapturedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly chunks: readonly RecordedChunk[]
}

// Captured at import, so that fake timers of a test do not affect a recording.
const { setTimeout, clearTimeout } = globalThis

/**
 * Captures a body while it is passed on to its reader, chunk by chunk. The body is captured even if nobody reads it, because
 * some clients only need the status.
 *
 * @param body the body from the network; null if there is none
 * @param client aborts when the client gives up
 * @param abortController ends the exchange with the network; aborted here if the reader has stopped and the body takes too long
 * @returns the stream for the reader, and a promise of the captured body, which resolves to undefined if the body is incomplete
 */
export function captureBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  client: AbortSignal,
  abortController: AbortController,
): { stream: ReadableStream<Uint8Array> | null; captured: Promise<CapturedBody | undefined> } {
  if (!body) return { stream: null, captured: Promise.resolve({ bytes: new Uint8Array(), chunks: [] }) }
  let readerState: 'reading' | 'stopped' = 'reading'
  let timer: ReturnType<typeof setTimeout> | undefined
  let output: ReadableStreamDefaultController<Uint8Array> | undefined
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const times: number[] = []
  const start = performance.now()

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      output = controller
      client.addEventListener('abort', onClientAbort)
    },
    cancel: startTrailingTimeout,
  })
  return { stream: detachTee(stream), captured: capture(body.getReader()) }

  async function capture(
    reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  ): Promise<CapturedBody | undefined> {
    const { signal } = abortController
    // MSW 2 creates its own Response, whose body can be detached from the signal.
    signal.addEventListener('abort', () => void reader.cancel(signal.reason).catch(() => {}))
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        // A copy, because the reader can write into the chunk that it gets.
        pieces.push(part.value.slice())
        times.push(performance.now() - start)
        if (readerState === 'reading') output?.enqueue(part.value)
      }
      signal.throwIfAborted()
      if (readerState === 'reading') output?.close()
      return toCapturedBody(pieces, times)
    } catch (error) {
      if (readerState === 'reading') output?.error(error)
      return undefined
    } finally {
      clearTimeout(timer)
      client.removeEventListener('abort', onClientAbort)
    }
  }

  function onClientAbort(): void {
    output?.error(client.reason)
    startTrailingTimeout()
  }

  function startTrailingTimeout(reason: unknown = client.reason): void {
    readerState = 'stopped'
    timer ??= setTimeout(() => abortController.abort(reason), TRAILING_BODY_TIMEOUT_MS)
  }
}

function toCapturedBody(pieces: readonly Uint8Array[], times: readonly number[]): CapturedBody {
  const bytes = concatBytes(pieces)
  return { bytes, chunks: pieces.map(({ length }, index) => ({ size: length, time: times[index] ?? 0 })) }
}
