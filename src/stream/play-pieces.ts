import { onTick } from '../platform/tick.ts'
import { PieceReader } from './piece-reader.ts'
import type { ReplayBody } from './replay-body.ts'
import { sleep } from './sleep.ts'

/** The client of a replayed body. */
export interface PieceSink {
  /** Takes a piece. After the last one, the body is complete. */
  push(piece: Uint8Array<ArrayBuffer>, place: 'inner' | 'last'): void
  /** Ends a body without pieces. */
  end(): void
  /** Breaks the body off. */
  fail(reason: unknown): void
}

/** A body that is being replayed. */
export interface Playback {
  /**
   * Reads the next piece, unless one is on its way already.
   *
   * @param turn `'own'`: the piece arrives in a turn of the event loop of its own, so that whatever the client does between two pieces
   *   takes effect. `'this'`: a piece without a delay arrives before `next` returns
   */
  next(turn?: 'own' | 'this'): void
  /** The client has left. */
  stop(): void
}

/**
 * Replays a body piece by piece. A piece is read from the recording only when the client requests it.
 *
 * @param memory whether the client gets copies of the recorded bytes, or these themselves
 */
export function playPieces(
  { timed, signals, openEnd }: ReplayBody,
  memory: 'copied' | 'shared',
  sink: PieceSink,
): Playback {
  const pieces = new PieceReader(timed, memory)
  let state: 'idle' | 'waiting' | 'ended' = 'idle'
  let wait: AbortController | undefined
  const abort = ({ target }: { readonly target: unknown }): void => {
    finish()
    sink.fail((target as AbortSignal).reason)
  }
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) abort({ target: aborted })
  else for (const signal of signals) signal.addEventListener('abort', abort)
  return {
    next(turn = 'own') {
      if (state !== 'idle') return
      if (pieces.isEnd) return openEnd ? void stayOpen() : end()
      state = 'waiting'
      const delay = timed.delay(pieces.next)
      if (delay > 0) void waitFor(delay).then(push)
      else if (turn === 'this') push()
      // Not a promise: it would take a fifth of the time of an event.
      else onTick(push)
    },
    stop: finish,
  }

  function push(): void {
    if (state === 'ended') return
    state = 'idle'
    const piece = pieces.read()
    const place = pieces.isEnd && !openEnd ? 'last' : 'inner'
    if (place === 'last') finish()
    sink.push(piece, place)
  }

  /** It is called when the client reads on: no pieces are held in advance. */
  async function stayOpen(): Promise<void> {
    if (!openEnd) return
    state = 'waiting'
    openEnd.onWait?.()
    // Not a timer, which would keep the process alive.
    if (openEnd.patience === Number.POSITIVE_INFINITY) return
    await waitFor(openEnd.patience)
    if (state !== 'waiting') return
    finish()
    sink.fail(openEnd.fail())
  }

  function end(): void {
    finish()
    sink.end()
  }

  function waitFor(delay: number): Promise<void> {
    wait ??= new AbortController()
    return sleep(delay, [wait.signal])
  }

  function finish(): void {
    state = 'ended'
    wait?.abort()
    for (const signal of signals) signal.removeEventListener('abort', abort)
  }
}
