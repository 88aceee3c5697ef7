import type { IncomingMessage, ServerResponse } from 'node:http'
import { concatBytes } from '../bytes/concat-bytes.ts'
import { createUnlimitedController } from '../platform/unlimited-controller.ts'

/** A request to a server of cassettes. */
export interface ServedRequest {
  readonly method: string
  /** Its path and query, without `..`. */
  readonly path: string
  readonly query: string
  readonly headers: Headers
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal
  /**
   * Reads the body.
   *
   * @throws BodyTooLargeError; an error of the connection if the client leaves before the end
   */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>
}

/** A request is larger than `MAX_BODY_BYTES`. */
export class BodyTooLargeError extends Error {
  constructor() {
    super(`The body of this request is larger than ${MAX_BODY_BYTES} bytes, which is the limit of this server.`)
  }
}

const MAX_BODY_BYTES = 256 * 1024 * 1024

/** Converts a request of `node:http`. */
export function readMessage(message: IncomingMessage, response: ServerResponse): ServedRequest {
  const { method = 'GET', url = '/', rawHeaders } = message
  const { pathname, search } = parsePath(url)
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  const controller = createUnlimitedController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return { method, path: pathname, query: search, headers, signal: controller.signal, read: () => readBody(message) }
}

/** Clients that use a proxy send a whole URL. */
function parsePath(url: string): URL {
  const isPath = url.startsWith('/')
  return URL.parse(isPath ? `http://localhost${url}` : url) ?? new URL('http://localhost')
}

async function readBody(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(message.headers['content-length']) > MAX_BODY_BYTES) throw new BodyTooLargeError()
  const chunks: Buffer[] = []
  let size = 0
  // The connection stays open for the response, even if the body is not read to its end.
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new BodyTooLargeError()
  }
  return concatBytes(chunks)
}
