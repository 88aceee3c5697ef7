import { detachTee } from './detach-tee.ts'
import { sleep } from './sleep.ts'
import { tick } from './tick.ts'
import type { TimedFrame } from './timing.ts'

/**
 * Replays a body as a stream: each frame is a chunk of its own, and arrives as one.
 *
 * @param frames the pieces and their delays, taken one at a time as the client reads
 * @param signals each ends the stream with its reason as the error: the client's abort, the end of the session
 */
export function replayStream(
  frames: Iterator<TimedFrame, void>,
  signals: readonly AbortSignal[],
): ReadableStream<Uint8Array> {
  const ended = new AbortController()
  let next = frames.next()
  return detachTee(
    new ReadableStream<Uint8Array>(
      {
        start(controller) {
          for (const signal of signals) {
            const end = (): void => {
              if (ended.signal.aborted) return
              ended.abort()
              controller.error(signal.reason)
            }
            if (signal.aborted) end()
            else signal.addEventListener('abort', end, { signal: ended.signal })
          }
        },
        async pull(controller) {
          if (next.done) return finish(controller)
          const { bytes, delay } = next.value
          await (delay > 0 ? sleep(delay, [ended.signal]) : tick())
          if (ended.signal.aborted) return
          controller.enqueue(bytes)
          next = frames.next()
          // Together with its last chunk, or MSW 3 gives up the socket and each request pays for a new one.
          if (next.done) finish(controller)
        },
        cancel() {
          ended.abort()
        },
      },
      { highWaterMark: 0 },
    ),
  )

  function finish(controller: ReadableStreamDefaultController<Uint8Array>): void {
    ended.abort()
    controller.close()
  }
}
