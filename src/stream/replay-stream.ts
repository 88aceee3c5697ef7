import { tick } from '#tick'
import { detachTee } from './detach-tee.ts'
import { sleep } from './sleep.ts'
import type { TimedFrame } from './timing.ts'

/** What keeps frames apart: a macrotask each, as MSW 3 needs it; or nothing, where the reader has the stream itself. */
export type Pace = 'macrotasks' | 'none'

const BATCH = 100

/**
 * Replays a body as a stream: each frame is a chunk of its own, and arrives as one.
 *
 * @param frames the pieces and their delays, taken one at a time as the client reads
 * @param signals each ends the stream with its reason as the error: the client's abort, the end of the session
 * @param pace see `Pace`
 */
export function replayStream(
  frames: Iterator<TimedFrame, void>,
  signals: readonly AbortSignal[],
  pace: Pace = 'macrotasks',
): ReadableStream<Uint8Array> {
  let state: 'open' | 'ended' = 'open'
  let next = frames.next()
  let wait: AbortController | undefined
  let abort = (_event: Event): void => {}
  return detachTee(
    new ReadableStream<Uint8Array>(
      {
        start(controller) {
          abort = ({ target }) => end(() => controller.error((target as AbortSignal).reason))
          const aborted = signals.find((signal) => signal.aborted)
          if (aborted) end(() => controller.error(aborted.reason))
          else for (const signal of signals) signal.addEventListener('abort', abort)
        },
        pull(controller) {
          if (next.done) return end(() => controller.close())
          const { bytes, delay } = next.value
          if (delay === 0 && pace === 'none') return pushMany(controller)
          return waitFor(delay).then(() => push(controller, bytes))
        },
        cancel() {
          end()
        },
      },
      { highWaterMark: 0 },
    ),
  )

  function waitFor(delay: number): Promise<void> {
    if (delay === 0) return tick()
    wait ??= new AbortController()
    return sleep(delay, [wait.signal])
  }

  /** Each call of `pull` costs more than the frame it is for. */
  function pushMany(controller: ReadableStreamDefaultController<Uint8Array>): void {
    for (let count = 0; count < BATCH && !next.done && next.value.delay === 0; count++)
      push(controller, next.value.bytes)
  }

  function push(controller: ReadableStreamDefaultController<Uint8Array>, bytes: Uint8Array): void {
    if (state === 'ended') return
    controller.enqueue(bytes)
    next = frames.next()
    // Together with its last chunk, or MSW 3 gives up the socket and each request pays for a new one.
    if (next.done) end(() => controller.close())
  }

  function end(settle?: () => void): void {
    if (state === 'ended') return
    state = 'ended'
    wait?.abort()
    for (const signal of signals) signal.removeEventListener('abort', abort)
    settle?.()
  }
}
