import type { Cassette } from 'msw-cassette'
import type { WebSocketConversation, WebSocketFrame } from '../src/cassette.ts'

/** The default URL of a conversation. */
export const REALTIME = 'wss://api.test/v1/realtime'

/** A conversation in short notation: `> text` is a frame of the client, `< text` one of the server. */
export interface Frames {
  readonly url?: string
  readonly frames: readonly (string | WebSocketFrame)[]
  readonly close?: WebSocketConversation['close']
  readonly protocol?: string
}

/** Builds a cassette of conversations in memory. Frames are 10 ms apart. */
export function buildFrames(...conversations: Frames[]): Cassette {
  return {
    format: 'go-vcr-2',
    path: 'test.yaml',
    interactions: conversations.map(({ url = REALTIME, frames, close, protocol }) => ({
      request: { method: 'GET', url, headers: [], body: new Uint8Array() },
      response: {
        status: 101,
        statusText: 'Switching Protocols',
        headers: protocol === undefined ? [] : [['Sec-WebSocket-Protocol', protocol]],
        body: new Uint8Array(),
        websocket: { frames: frames.map(toFrame), ...(close && { close }) },
      },
    })),
  }
}

function toFrame(frame: string | WebSocketFrame, index: number): WebSocketFrame {
  if (typeof frame !== 'string') return frame
  return { from: frame.startsWith('>') ? 'client' : 'server', at: index * 10, data: frame.slice(2) }
}
