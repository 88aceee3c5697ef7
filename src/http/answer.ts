import type { ReplayBody } from '../stream/replay-body.ts'
import type { WebSocketEnd } from './web-socket-end.ts'

/** How a request is answered, or the handshake of a WebSocket. */
export type AnyAnswer = Answer | WebSocketAnswer

/** How an HTTP request is answered. */
export type Answer =
  | ResponseAnswer
  | { readonly kind: 'passthrough' }
  | { readonly kind: 'network-error'; readonly error: unknown }

/** The arguments of `new Response(body, init)`, of which a recorded body becomes a stream for its client only. */
export interface ResponseAnswer {
  readonly kind: 'response'
  readonly body: ReplayBody | ReadableStream<Uint8Array> | string | null
  readonly init: AnswerInit
}

/** An answer with a text. */
export interface TextAnswer extends ResponseAnswer {
  readonly body: string
}

/** The second argument of `new Response(body, init)`. */
interface AnswerInit {
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
}

/** A WebSocket that opens. Only a request whose URL begins with `ws` gets this answer. */
export interface WebSocketAnswer {
  readonly kind: 'websocket'
  /** The subprotocol that the server chose; undefined if it chose none. */
  readonly protocol: string | undefined
  /** Takes the server's end of the connection, as soon as it is open. */
  readonly connect: (end: WebSocketEnd) => void
}
