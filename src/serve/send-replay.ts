import type { ServerResponse } from 'node:http'
import { onTick } from '../platform/tick.ts'
import { playPieces } from '../stream/play-pieces.ts'
import type { ReplayBody } from '../stream/replay-body.ts'
import type { ServedAnswer } from './answer-served.ts'

/**
 * Writes a recorded answer without a `Response`: its streams would take longer than everything else until the first event. The head and the
 * first event are one packet, and each later event is written in a turn of the event loop of its own.
 */
export function sendReplay(response: ServerResponse, head: Omit<ServedAnswer, 'body'>, body: ReplayBody): void {
  const { status, statusText, headers } = head
  const pairs: string[] = []
  for (const [name, value] of headers) pairs.push(name, value)
  response.writeHead(status, statusText, pairs)
  let begun: 'yes' | 'no' = 'no'
  const playback = playPieces(body, 'shared', {
    push(piece, place) {
      const isFirst = begun === 'no'
      begun = 'yes'
      if (place === 'last') response.end(piece)
      else if (!response.write(piece)) response.once('drain', () => playback.next())
      // A client reads the body a turn after the head, and would get the second event together with the first one.
      else if (isFirst) onTick(() => playback.next())
      else playback.next()
    },
    end: () => response.end(),
    // The client sees what it would see of a network that fails. A turn later, what was written has left.
    fail: (reason) => onTick(() => response.destroy(reason instanceof Error ? reason : undefined)),
  })
  playback.next('this')
  // An event that has a delay must not delay the head.
  if (begun === 'no') response.flushHeaders()
}
