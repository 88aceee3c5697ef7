import { openCassette } from 'msw-cassette/fetch'
import { onTestFinished } from 'vitest'
import type { WebSocketConversation } from '../src/cassette.ts'
import type { FetchSession } from '../src/open/fetch-session.ts'
import type { CassetteOptions } from '../src/session/cassette-options.ts'
import { buildFrames, REALTIME } from './build-frames.ts'
import { driveSocket, type Script } from './drive-socket.ts'

/** How the server closes if a test does not say it. */
export const CLOSE = { from: 'server', code: 1000, reason: 'end' } as const

/** A session that replays a conversation. */
export interface OpenConversation {
  readonly session: FetchSession
  /** Connects a client, and lists its events until it is closed. */
  drive(script?: Script): Promise<string[]>
}

/** Opens a cassette of one conversation, in the notation of `buildFrames`, until the test has finished. */
export function openConversation(
  frames: readonly string[],
  options: CassetteOptions = {},
  close: WebSocketConversation['close'] = CLOSE,
): OpenConversation {
  const session = openCassette(buildFrames({ frames, close }), { mode: 'replay', ...options })
  onTestFinished(() => session.close())
  return { session, drive: (script) => driveSocket(new session.WebSocket(REALTIME), script) }
}

/** Sends frames as soon as the connection is open. */
export const sendAll = (...frames: (string | Uint8Array)[]): Script => ({
  open: (socket) => {
    for (const frame of frames) socket.send(frame)
  },
})
