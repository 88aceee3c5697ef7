import type { SentData } from './frame-data.ts'
import type { toWebSocketArguments } from './web-socket-arguments.ts'

/**
 * The class of `session.WebSocket`. It can be used in the place of the global one. In addition, it accepts headers and all that
 * a client can send, as the types of SDKs require: the standard ones exclude views of shared memory.
 */
export interface WebSocketClass extends Omit<typeof globalThis.WebSocket, 'prototype'> {
  new (...args: Parameters<typeof toWebSocketArguments>): SessionWebSocket
  /** For the types of the AI SDK, whose handlers accept anything. */
  new (...args: Parameters<typeof toWebSocketArguments>): Omit<SessionWebSocket, keyof AnyHandlers> & AnyHandlers
  readonly prototype: SessionWebSocket
}

interface SessionWebSocket extends WebSocket {
  send(data: SentData): void
}

type AnyHandlers = Record<'onopen' | 'onmessage' | 'onerror' | 'onclose', ((event: unknown) => void) | null>
