import { detachTee } from './detach-tee.ts'
import { type Playback, playPieces } from './play-pieces.ts'
import type { ReplayBody } from './replay-body.ts'

/**
 * How chunks get to the client. `socket`: MSW 3 writes them to a socket, and joins chunks of the same macrotask. `msw2`: MSW 2
 * or a page's service worker passes them on. `direct`: the client reads the stream itself.
 */
export type Transport = 'socket' | 'msw2' | 'direct'

/**
 * Replays a body as a stream in which each piece is a separate chunk, and arrives in a turn of the event loop of its own.
 *
 * @param body the pieces and their delays
 */
export function replayStream(body: ReplayBody, transport: Transport = 'msw2'): ReadableStream<Uint8Array> {
  let playback: Playback | undefined
  return detachTee(
    new ReadableStream<Uint8Array>(
      {
        start(controller) {
          // MSW 3 sends the headers with the first chunk, and removes an empty one.
          if (transport === 'socket' && body.timed.endOf(0) === undefined) controller.enqueue(new Uint8Array())
          // A socket serializes the bytes, so no client can write into the recording.
          playback = playPieces(body, transport === 'socket' ? 'shared' : 'copied', {
            push(piece, place) {
              controller.enqueue(piece)
              // Closes in the same step as the last chunk. Otherwise MSW 3 discards the socket, and each request needs a new one.
              if (place === 'last') controller.close()
            },
            end: () => controller.close(),
            fail: (reason) => controller.error(reason),
          })
        },
        pull: () => playback?.next(),
        cancel: () => playback?.stop(),
      },
      { highWaterMark: 0 },
    ),
  )
}
