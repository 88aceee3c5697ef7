import type { HttpRequest } from './http-request.ts'

/** Options of `fetch`, with those that only some platforms and clients have. */
type SentInit = RequestInit & {
  /** Node's `fetch` has it: a dispatcher of undici, such as a proxy. */
  readonly dispatcher?: unknown
  /** Clients that were written for node-fetch pass it: an agent of `node:https`. */
  readonly agent?: unknown
}

/** A received request that waits for its answer. */
export interface IncomingRequest extends HttpRequest {
  readonly headers: Headers
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal
  /** The options with which the client of a WebSocket connects, for the connection to the real server, see `connectionOptions`. */
  readonly connection?: object
  /** The caller's options of `session.fetch`, for the request to the network. */
  readonly init?: SentInit
}

/** Reads a request and its body. */
export async function readRequest(request: Request): Promise<IncomingRequest> {
  const body = request.body === null ? new Uint8Array() : new Uint8Array(await request.arrayBuffer())
  return { method: request.method, url: request.url, headers: request.headers, body, signal: request.signal }
}
