import { bypass } from 'msw'
import type { IncomingRequest } from '../incoming-request.ts'

/** What belongs to the caller's own connection, and what `fetch` sets by itself or refuses. */
const CONNECTION_HEADERS = [
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/**
 * Performs a request on the real network, whatever listens. Redirects are not followed: each hop is a response of its own,
 * and the caller goes on as it would have.
 *
 * @param request with its body read, so that it is sent with its length: some gateways refuse it in chunks
 * @param signal ends the exchange
 */
export function fetchUpstream({ method, url, headers, body }: IncomingRequest, signal: AbortSignal): Promise<Response> {
  const sent = new Headers(headers)
  for (const name of CONNECTION_HEADERS) sent.delete(name)
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
  return fetch(bypass(url, { method, headers: sent, redirect: 'manual', signal, ...(hasBody ? { body } : {}) }))
}
