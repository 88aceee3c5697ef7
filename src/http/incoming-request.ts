import type { HttpRequest } from './http-request.ts'

/** A request that waits for its answer. */
export interface IncomingRequest extends HttpRequest {
  readonly headers: Headers
  /** Aborts when the client gives up. */
  readonly signal: AbortSignal
}

/** Reads a request whole. */
export async function readRequest(request: Request): Promise<IncomingRequest> {
  const body = request.body === null ? new Uint8Array() : new Uint8Array(await request.arrayBuffer())
  return { method: request.method, url: request.url, headers: request.headers, body, signal: request.signal }
}
