import { bypass } from 'msw'
import type { IncomingRequest } from '../http/incoming-request.ts'

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
  // As fetch does by itself; MSW 3 takes the whole header away where its mark is all that is in it.
  if (!sent.has('accept')) sent.set('accept', '*/*')
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
  const init: RequestInit = { method, headers: sent, redirect: 'manual', signal, ...(hasBody ? { body } : {}) }
  // The signal once more: that of a Request which was cloned, as bypass does, is forgotten with the next garbage collection.
  return isIntercepted() ? fetch(bypass(url, init), { signal }) : fetch(url, init)
}

interface Interceptors {
  readonly __MSW_INTERCEPTORS_REGISTRY?: ReadonlyMap<unknown, { readonly readyState?: unknown }>
  readonly [FETCH_INTERCEPTOR]?: unknown
}

const FETCH_INTERCEPTOR = Symbol.for('fetch-interceptor')

/**
 * Tells whether MSW may stand between this process and the network. Only where it does it takes off again the mark by which
 * it lets a request pass: elsewhere the server would get it, in the header `accept`.
 */
function isIntercepted(): boolean {
  const { __MSW_INTERCEPTORS_REGISTRY: registry, [FETCH_INTERCEPTOR]: interceptor } = globalThis as Interceptors
  const isActive = [...(registry?.values() ?? [])].some(({ readyState }) => readyState === 'ACTIVE')
  // What Node brings has this name; what MSW puts into its place has another.
  return isActive || interceptor !== undefined || globalThis.fetch.name !== 'fetch'
}
