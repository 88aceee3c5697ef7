import { activeInterceptors } from '../platform/active-interceptors.ts'
import { builtin } from '../platform/builtin.ts'
import { isError } from '../platform/cross-realm.ts'
import { createDefaultDispatcher, type Dispatcher, toDispatcher } from './connection.ts'
import type { IncomingRequest } from './incoming-request.ts'
import { isInPage, isIntercepted, platformFetch } from './platform-fetch.ts'
import { releasePooledSockets } from './release-pooled-sockets.ts'

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

/** Marks a request of this library in the browser's list of requests, see `watchPageClient`. A server does not receive it. */
const OWN_FRAGMENT = '#msw-cassette'

/**
 * Sends a request to the real network, even if MSW intercepts requests. Redirects are not followed: each hop is a response of
 * its own, and the caller continues as it would have. The connection ends with the exchange: a later request on it would not be
 * intercepted.
 *
 * @param request its body is complete, so that it is sent with its length: some gateways refuse chunks
 * @param signal ends the exchange
 * @throws CassetteOptionError for an option of the caller's `fetch` that can't be used
 */
export async function fetchUpstream(request: IncomingRequest, signal: AbortSignal): Promise<Response> {
  const { method, url, body, init } = request
  const intercepted = isIntercepted()
  const own = createDispatcher(init)
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
  const options: RequestInit = {
    ...init,
    method,
    headers: toSentHeaders(request, intercepted),
    redirect: 'manual',
    signal,
  }
  try {
    return await platformFetch(isInPage() ? `${url.replace(/#.*/, '')}${OWN_FRAGMENT}` : url, {
      ...options,
      body: hasBody ? body : null,
      ...(own && { dispatcher: own }),
    })
  } catch (error) {
    throw explainCertificate(error)
  } finally {
    void own?.close().catch(() => {})
  }
}

/** The dispatcher of the caller comes first, then that of the process, which can be a proxy. */
function createDispatcher(init: IncomingRequest['init']): Dispatcher | undefined {
  if (init?.dispatcher) return undefined
  // MSW 3 decides for a connection whether it intercepts. One that is idle can be that of an intercepted client, and the request
  // would come back, or an older one, and the mark would reach the server.
  const dispatcher = (init?.agent ? toDispatcher(init.agent) : undefined) ?? createDefaultDispatcher()
  if (!dispatcher && activeInterceptors().major === 3) releasePooledSockets()
  return dispatcher
}

function toSentHeaders({ headers }: IncomingRequest, intercepted: boolean): Headers {
  const sent = new Headers(headers)
  for (const name of CONNECTION_HEADERS) sent.delete(name)
  // Node's fetch closes the connection then. Others do not accept the header.
  if (isNode()) sent.set('connection', 'close')
  // As fetch does by itself. MSW 3 removes the whole header if its mark is the only value.
  if (!sent.has('accept')) sent.set('accept', '*/*')
  if (intercepted) sent.append('accept', PASSTHROUGH_MARK)
  return sent
}

function isNode(): boolean {
  return builtin('http') !== undefined && !('Bun' in globalThis || 'Deno' in globalThis)
}

/** An intercepted client has an agent that knows the certificate, and MSW does not pass it on. */
function explainCertificate(error: unknown): unknown {
  const cause: unknown = isError(error) ? error.cause : undefined
  if (!isError(cause) || !('code' in cause) || !/CERT|UNABLE_TO_VERIFY/.test(String(cause.code))) return error
  cause.message +=
    ". The request is sent with the platform's fetch, which does not use the client's agent and its `ca`. Name the certificate's " +
    'authority in NODE_EXTRA_CA_CERTS, or set a global dispatcher: setGlobalDispatcher(new Agent({ connect: { ca } })) of undici.'
  return error
}
