import { tick } from '#tick'
import { detachTee } from './detach-tee.ts'
import { sleep } from './sleep.ts'
import type { TimedBody } from './timing.ts'

/** What keeps pieces apart: a macrotask each, as MSW 3 needs it; or nothing, where the reader has the stream itself. */
export type Pace = 'macrotasks' | 'none'

/** Each call of `pull` costs more than the piece it is for: where nothing keeps them apart, it gives as many at once. */
const BATCH = { pieces: 100, bytes: 64 * 1024 }

/**
 * Replays a body as a stream: each piece is a chunk of its own, and arrives as one.
 *
 * @param body the pieces and their delays
 * @param signals each ends the stream with its reason as the error: the client's abort, the end of the session
 * @param pace see `Pace`
 */
export function replayStream(
  { bytes, ends, delay }: TimedBody,
  signals: readonly AbortSignal[],
  pace: Pace = 'macrotasks',
): ReadableStream<Uint8Array> {
  let state: 'open' | 'ended' = 'open'
  let next = 0
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
          if (next === ends.length) return end(() => controller.close())
          const ms = delay(next)
          if (ms === 0 && pace === 'none') return push(controller, endOfBatch())
          return waitFor(ms).then(() => push(controller, next + 1))
        },
        cancel() {
          end()
        },
      },
      { highWaterMark: 0 },
    ),
  )

  function waitFor(ms: number): Promise<void> {
    if (ms === 0) return tick()
    wait ??= new AbortController()
    return sleep(ms, [wait.signal])
  }

  function endOfBatch(): number {
    const most = Math.min(ends.length, next + BATCH.pieces)
    const limit = startOf(next) + BATCH.bytes
    let last = next + 1
    while (last < most && startOf(last + 1) <= limit && delay(last) === 0) last++
    return last
  }

  function startOf(piece: number): number {
    return ends[piece - 1] ?? 0
  }

  function push(controller: ReadableStreamDefaultController<Uint8Array>, last: number): void {
    if (state === 'ended') return
    const start = startOf(next)
    // A copy: clients may write into what they read, and the recording must stay what it is.
    const copy = bytes.slice(start, startOf(last))
    for (; next < last; next++) controller.enqueue(copy.subarray(startOf(next) - start, startOf(next + 1) - start))
    // Together with its last chunk, or MSW 3 gives up the socket and each request pays for a new one.
    if (next === ends.length) end(() => controller.close())
  }

  function end(settle?: () => void): void {
    if (state === 'ended') return
    state = 'ended'
    wait?.abort()
    for (const signal of signals) signal.removeEventListener('abort', abort)
    settle?.()
  }
}
