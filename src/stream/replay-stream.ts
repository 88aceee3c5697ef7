import { onTick } from '../platform/tick.ts'
import { detachTee } from './detach-tee.ts'
import { PieceReader } from './piece-reader.ts'
import { sleep } from './sleep.ts'
import type { TimedBody } from './timing.ts'

/**
 * How chunks get to the client. `socket`: MSW 3 writes them to a socket, and joins chunks of the same macrotask. `msw2`: MSW 2
 * or a page's service worker passes them on. `direct`: the client reads the stream itself. `server`: a server of this library writes
 * them to a socket.
 */
export type Transport = 'socket' | 'msw2' | 'direct' | 'server'

/** The end of a stream that stays open until the client leaves. */
export interface StreamEnd {
  /** For how many ms the client can read on; `Infinity` for no limit. */
  readonly patience: number
  /** Called when a client reads on. */
  onWait?(): void
  /** Called when a client has read on for that long. Its result is the error that the client gets. */
  fail(): Error
}

/**
 * Replays a body as a stream in which each piece is a separate chunk. A piece is read from the recording only when the client
 * requests it, and arrives in a turn of the event loop of its own: whatever the client does between two pieces takes effect.
 *
 * @param body the pieces and their delays
 * @param signals the signals of the client and the session; if one aborts, the stream fails with its reason
 * @param openEnd if given, the stream stays open after its last piece
 */
export function replayStream(
  body: TimedBody,
  signals: readonly AbortSignal[],
  transport: Transport = 'msw2',
  openEnd?: StreamEnd,
): ReadableStream<Uint8Array> {
  // A socket serializes the bytes, so no client can write into the recording.
  const isSerialized = transport === 'socket' || transport === 'server'
  const pieces = new PieceReader(body, isSerialized ? 'shared' : 'copied')
  let state: 'open' | 'ended' = 'open'
  let wait: AbortController | undefined
  let step = (): void => {}
  let turn: 'none' | 'awaited' = 'none'
  let abort = (_event: Event): void => {}
  return detachTee(
    new ReadableStream<Uint8Array>(
      {
        start(controller) {
          step = () => {
            turn = 'none'
            push(controller)
          }
          // MSW 3 sends the headers with the first chunk, and removes an empty one.
          if (transport === 'socket' && pieces.isEnd) controller.enqueue(new Uint8Array())
          abort = ({ target }) => end(() => controller.error((target as AbortSignal).reason))
          const aborted = signals.find((signal) => signal.aborted)
          if (aborted) end(() => controller.error(aborted.reason))
          else for (const signal of signals) signal.addEventListener('abort', abort)
        },
        pull(controller) {
          if (pieces.isEnd) return openEnd ? stayOpen(controller, openEnd) : end(() => controller.close())
          // The first of several pending reads is already waiting.
          if (turn === 'awaited') return
          const delay = body.delay(pieces.next)
          if (delay > 0) return waitFor(delay).then(step)
          turn = 'awaited'
          // Not a promise: it would take a fifth of the time of an event.
          onTick(step)
        },
        cancel() {
          end()
        },
      },
      { highWaterMark: 0 },
    ),
  )

  function waitFor(delay: number): Promise<void> {
    wait ??= new AbortController()
    return sleep(delay, [wait.signal])
  }

  function push(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (state === 'ended') return
    controller.enqueue(pieces.read())
    // Closes in the same step as the last chunk. Otherwise MSW 3 discards the socket, and each request needs a new one.
    if (pieces.isEnd && !openEnd) end(() => controller.close())
  }

  /** It is called when the client reads on: the stream holds no pieces in advance. */
  async function stayOpen(
    controller: ReadableStreamDefaultController<Uint8Array>,
    { patience, fail, onWait }: StreamEnd,
  ): Promise<void> {
    onWait?.()
    // Not a timer, which would keep the process alive.
    if (patience === Number.POSITIVE_INFINITY) return new Promise(() => {})
    await waitFor(patience)
    if (state === 'open') end(() => controller.error(fail()))
  }

  function end(settle?: () => void): void {
    if (state === 'ended') return
    state = 'ended'
    wait?.abort()
    for (const signal of signals) signal.removeEventListener('abort', abort)
    settle?.()
  }
}
