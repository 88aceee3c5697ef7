import type { HttpRequest } from './http-request.ts'

/** A received request that waits for its answer. */
export interface IncomingRequest extends HttpRequest {
  readonly headers: Headers
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal
}

/** Reads a request and its body. */
export async function readRequest(request: Request): Promise<IncomingRequest> {
  const body = request.body === null ? new Uint8Array() : new Uint8Array(await request.arrayBuffer())
  return { method: request.method, url: request.url, headers: request.headers, body, signal: request.signal }
}
