import { STATUS_CODES } from 'node:http'
import type { HeaderPair } from 'msw-cassette'

/** How the server sends a body: in one piece, event by event, or compressed. */
export type Transfer = 'whole' | 'chunked' | 'gzip' | 'deflate' | 'br'

/** A request, and the answer of the server. */
export interface Exchange {
  /** Unique, such as `text-crlf`. */
  readonly id: string
  readonly method: string
  /** With a query. The exchanges of one method and path are answered in their order. */
  readonly path: string
  readonly requestHeaders: readonly HeaderPair[]
  readonly requestBody: Uint8Array
  readonly status: number
  readonly reason: string
  readonly responseHeaders: readonly HeaderPair[]
  /** Before compression. */
  readonly responseBody: Uint8Array
  readonly transfer: Transfer
}

/** An exchange as it is listed. The default is a POST of a plain text that is answered with a 200 and a plain text. */
export interface ListedExchange extends Partial<Omit<Exchange, 'requestBody' | 'responseBody'>> {
  readonly id: string
  readonly requestType?: string
  readonly requestBody?: string | Uint8Array
  readonly responseType?: string
  readonly responseBody?: string | Uint8Array
}

/** Completes a listed exchange. */
export function toExchange(listed: ListedExchange): Exchange {
  const { id, method = 'POST', status = 200, requestType, responseType = 'text/plain; charset=utf-8' } = listed
  const requestBody = toBytes(listed.requestBody)
  const type = requestType ?? (requestBody.length === 0 ? undefined : 'text/plain')
  return {
    id,
    method,
    path: listed.path ?? `/${id}`,
    requestHeaders: [
      ...(type === undefined ? [] : [['Content-Type', type] as const]),
      ...(listed.requestHeaders ?? []),
    ],
    requestBody,
    status,
    reason: listed.reason ?? STATUS_CODES[status] ?? 'Unnamed',
    responseHeaders: [['Content-Type', responseType], ...(listed.responseHeaders ?? [])],
    responseBody: toBytes(listed.responseBody),
    transfer: listed.transfer ?? 'whole',
  }
}

function toBytes(body: string | Uint8Array = ''): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body) : body
}
