import { tick } from '#tick'
import { detachTee } from './detach-tee.ts'
import { PieceReader } from './piece-reader.ts'
import { sleep } from './sleep.ts'
import type { TimedBody } from './timing.ts'

/**
 * How pieces get to the client. `socket`: MSW 3 writes them to a socket, as one where no macrotask lies between them. `msw2`: MSW 2,
 * or a page's worker, hands them on. `direct`: the client has the stream itself.
 */
export type Transport = 'socket' | 'msw2' | 'direct'

/** Each call of `pull` costs more than the piece it is for: where nothing keeps them apart, it gives as many at once. */
const BATCH = 100

/**
 * Replays a body as a stream: each piece is a chunk of its own, and arrives as one.
 *
 * @param body the pieces and their delays
 * @param signals each ends the stream with its reason as the error: the client's abort, the end of the session
 * @param delivery see `Delivery`
 */
export function replayStream(
  body: TimedBody,
  signals: readonly AbortSignal[],
  delivery: Transport = 'msw2',
): ReadableStream<Uint8Array> {
  // A socket gets bytes, and no client what it could write into.
  const pieces = new PieceReader(body, delivery === 'socket' ? 'shared' : 'copied')
  let state: 'open' | 'ended' = 'open'
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
          if (pieces.isEnd) return end(() => controller.close())
          const delay = body.delay(pieces.next)
          if (delay === 0 && delivery === 'direct') return pushMany(controller)
          return waitFor(delay).then(() => push(controller))
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

  function pushMany(controller: ReadableStreamDefaultController<Uint8Array>): void {
    push(controller)
    for (let count = 1; count < BATCH && !pieces.isEnd && body.delay(pieces.next) === 0; count++) push(controller)
  }

  function push(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (state === 'ended') return
    controller.enqueue(pieces.read())
    // Together with its last chunk, or MSW 3 gives up the socket and each request pays for a new one.
    if (pieces.isEnd) end(() => controller.close())
  }

  function end(settle?: () => void): void {
    if (state === 'ended') return
    state = 'ended'
    wait?.abort()
    for (const signal of signals) signal.removeEventListener('abort', abort)
    settle?.()
  }
}
