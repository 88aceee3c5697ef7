import type { ClientRequest } from 'node:http'
import { isOwnRequest } from '../http/own-requests.ts'
import { activeInterceptors } from '../platform/active-interceptors.ts'
import { builtin } from '../platform/builtin.ts'
import { fetchPath } from '../platform/fetch-path.ts'
import type { Session } from '../session/session.ts'
import { isAnswered } from './answered-upgrades.ts'
import {
  isWatching,
  noteUnobserved,
  reportEscape,
  type SentRequest,
  sessionsFor,
  watchEscapes,
} from './escape-watch.ts'
import { attachToInterceptors } from './intercepted-requests.ts'
import { networkPolicy } from './network-policy.ts'
import { takeWritten, undiciSubscribers } from './undici-requests.ts'

/** A stream of node:http2, as its channel publishes it. */
interface Http2Message {
  readonly stream: {
    destroy(error: Error): unknown
    readonly session?: { destroy(): unknown }
  }
  readonly headers: Readonly<Record<string, unknown>>
}

/** A request of node:http, as its channel publishes it. */
interface HttpMessage {
  readonly request: ClientRequest & { readonly agent?: object }
}

type Subscriber = (message: never) => void

const subscribers: Readonly<Record<string, Subscriber>> = {
  ...undiciSubscribers,
  'undici:request:create': (message: Parameters<(typeof undiciSubscribers)[string]>[0]) => {
    listenToMsw()
    undiciSubscribers['undici:request:create']?.(message)
  },
  'http.client.request.start': refuseHttp,
  'http2.client.stream.created': refuseHttp2,
  child_process: () => noteUnobserved('a child process'),
  worker_threads: () => noteUnobserved('a worker thread'),
  'udp.socket': () => noteUnobserved('a UDP socket'),
}

/**
 * Watches the requests of this process while a session is open, and refuses those that its handlers can't receive.
 *
 * @param session a session that answers through MSW
 */
export function watchRequests(session: Session): void {
  const channels = builtin('diagnostics_channel')
  if (!channels || session.closing.aborted) return
  listenToMsw()
  if (!isWatching())
    for (const [name, subscriber] of Object.entries(subscribers)) channels.subscribe(name, subscriber as never)
  watchEscapes(session)
  session.closing.addEventListener(
    'abort',
    () => {
      // Subscribers that stay would keep the realm of a Jest test file in memory.
      if (isWatching()) return
      for (const [name, subscriber] of Object.entries(subscribers)) channels.unsubscribe(name, subscriber as never)
    },
    { once: true },
  )
}

/** Connects to the interceptors of a server that was started after the session. */
export function listenToMsw(): void {
  attachToInterceptors((request) => void takeWritten(request), refuseUnhandled)
}

function refuseUnhandled(request: SentRequest): Error | undefined {
  const fromUndici = takeWritten(request)
  const sessions = fromUndici ?? sessionsFor(request)
  const isLeft = sessions.length === 0 && !fromUndici && !isOwnRequest()
  return isLeft
    ? networkPolicy.get()?.(request.url)
    : reportEscape(request, fromUndici ? 'undici' : 'node:http', sessions)
}

/**
 * MSW 2 gives each request that it intercepts an agent of its own. MSW 3 passes the others to `refuseUnhandled`. Without MSW, every
 * request that arrives here bypasses the setup of the runner.
 */
function refuseHttp({ request }: HttpMessage): void {
  listenToMsw()
  const { protocol, host, path, method, agent } = request
  const { major } = activeInterceptors()
  const isWithoutMsw = major === undefined && fetchPath.get() !== undefined
  if (isAnswered(request) || !(major === 2 || isWithoutMsw) || agent?.constructor.name.startsWith('Mock')) return
  const sent = { method, url: `${protocol}//${request.getHeader('host') ?? host}${path}` }
  const client = isWithoutMsw && fetchPath.get() === 'fetch' ? 'node:http without MSW' : 'node:http'
  const refusal = reportEscape(sent, client, sessionsFor(sent))
  if (refusal) request.destroy(refusal)
}

/** With MSW 3 the connection would hang. */
function refuseHttp2({ stream, headers }: Http2Message): void {
  const {
    ':scheme': scheme = 'https',
    ':authority': authority,
    ':path': path = '/',
    ':method': method = 'GET',
  } = headers
  const request = { method: String(method), url: `${scheme}://${authority}${path}` }
  const refusal = reportEscape(request, 'node:http2', sessionsFor(request))
  if (!refusal) return
  const { session } = stream
  stream.destroy(refusal)
  session?.destroy()
}
