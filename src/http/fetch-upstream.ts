import type { IncomingRequest } from './incoming-request.ts'
import { runAsOwnRequest } from './own-requests.ts'

/** Headers that belong to the caller's own connection, and headers that `fetch` sets by itself or refuses. */
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
 * The mark of a request that MSW lets pass, as its `bypass` sets it in `accept`. It is set here so that this module works
 * without MSW.
 *
 * @see https://mswjs.io/docs/api/bypass
 */
const PASSTHROUGH_MARK = 'msw/passthrough'

/**
 * Sends a request to the real network, even if MSW intercepts requests. Redirects are not followed: each hop is a response of
 * its own, and the caller continues as it would have.
 *
 * @param request its body is complete, so that it is sent with its length: some gateways refuse chunks
 * @param signal ends the exchange
 */
export function fetchUpstream({ method, url, headers, body }: IncomingRequest, signal: AbortSignal): Promise<Response> {
  const sent = new Headers(headers)
  for (const name of CONNECTION_HEADERS) sent.delete(name)
  // As fetch does by itself. MSW 3 removes the whole header if its mark is the only value.
  if (!sent.has('accept')) sent.set('accept', '*/*')
  if (isIntercepted()) sent.append('accept', PASSTHROUGH_MARK)
  // A connection that outlived its exchange would carry later requests past MSW, which intercepts new connections only.
  sent.set('connection', 'close')
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
  return runAsOwnRequest(() =>
    fetch(url, { method, headers: sent, redirect: 'manual', signal, ...(hasBody ? { body } : {}) }),
  )
}

interface Interceptors {
  readonly __MSW_INTERCEPTORS_REGISTRY?: ReadonlyMap<unknown, { readonly readyState?: unknown }>
  readonly [FETCH_INTERCEPTOR]?: unknown
}

const FETCH_INTERCEPTOR = Symbol.for('fetch-interceptor')

/** Tells whether MSW intercepts requests. If it does not, it does not remove its mark either, and the server would receive it. */
function isIntercepted(): boolean {
  const { __MSW_INTERCEPTORS_REGISTRY: registry, [FETCH_INTERCEPTOR]: interceptor } = globalThis as Interceptors
  // MSW 2 replaces fetch and leaves this mark. MSW 3 intercepts Node's sockets; Bun and Deno have others.
  if (interceptor !== undefined) return true
  if ('Bun' in globalThis || 'Deno' in globalThis) return false
  const isActive = [...(registry?.values() ?? [])].some(({ readyState }) => readyState === 'ACTIVE')
  // Node's own function has this name; the one that replaces it has another.
  return isActive || globalThis.fetch.name !== 'fetch'
}
