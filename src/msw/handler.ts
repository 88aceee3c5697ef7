import * as msw from 'msw'
import { type HttpHandler, HttpResponse, http, passthrough } from 'msw'
import { answerRequest } from '../answer/answer-request.ts'
import { errorAnswer, refusalAnswer } from '../answer/refusal.ts'
import { reportEscape } from '../escape/escape-watch.ts'
import type { Answer } from '../http/answer.ts'
import { type IncomingRequest, readRequest } from '../http/incoming-request.ts'
import { signalOf } from '../http/signal-of.ts'
import { isPage } from '../platform/environment.ts'
import { activeSessions } from '../scope/active-sessions.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { isRemote } from '../session/covered-hosts.ts'
import { passesThrough } from '../session/passes-through.ts'
import type { Session } from '../session/session.ts'
import type { Transport } from '../stream/replay-stream.ts'
import { toBodyInit } from '../stream/to-body-init.ts'
import { createDuplicateFilter } from './duplicate-filter.ts'
import { bindLifetime, keepAlive } from './handler-lifetime.ts'
import { toNetworkError } from './network-error.ts'
import { watchPageClient } from './page-client.ts'
import { answerProbe, isPageProbe, isProbe } from './probe.ts'
import { registerHandler } from './registered-handlers.ts'
import { answerWithout, isRefused, sessionsThatAnswer, type UnhandledPolicy } from './unhandled-policy.ts'

/** Only MSW 3 has this function. */
const major = 'isPassthroughResponse' in msw ? 3 : 2

/** In Node, MSW 3 gives each request a socket. */
const transport: Transport = major === 3 && typeof document === 'undefined' ? 'socket' : 'msw2'

/**
 * Creates the one handler of a session. It also answers for the other active sessions: a request is a mismatch only if none of
 * them contains it, so the order of handlers does not matter.
 *
 * @param session the session; undefined for a handler that only answers for active sessions, see `scopedCassettes`
 */
export function createHandler(session?: Session): HttpHandler {
  registerHandler(major)
  const handler = createSessionsHandler((request) => {
    if (session) keepAlive(session)
    return sessionsThatAnswer(request, session)
  })
  handler.info.header = `cassette ${session?.path ?? 'of the current test'}`
  return session ? bindLifetime(handler, session) : handler
}

/** Creates the handler that identifies the server of a runner's setup. */
export function createProbeHandler(): HttpHandler {
  return http.all(({ request }) => isProbe(request), answerProbe)
}

/**
 * Creates the handler that comes after all others. A request that would reach another machine by accident is a mismatch of the
 * test's cassettes, or gets an error response if the test has none. Requests to this machine are left alone.
 *
 * @param policy whether tests without a cassette are kept off the network, too
 */
export function createFallbackHandler(policy: UnhandledPolicy): HttpHandler {
  return http.all(
    ({ request }) => isRefused(request.url, policy) && (isUpgrade(request) || isRemote(new URL(request.url))),
    async ({ request }) => {
      if (isUpgrade(request)) return toMswResponse(refusalAnswer(upgradeMessage(request.url), request))
      const sessions = activeSessions()
      if (sessions.length === 0) return toMswResponse(answerWithout(request))
      return toMswResponse(await answerIntercepted(request, sessions))
    },
  )
}

function upgradeMessage(url: string): string {
  return `msw-cassette refused an upgrade to ${maskUrl(url)}: cassettes contain HTTP exchanges and WebSockets only.`
}

function createSessionsHandler(sessionsFor: (request: Request) => Session[]): HttpHandler {
  const isDuplicate = createDuplicateFilter()
  // MSW passes the same object to the predicate and to the resolver.
  const found = new WeakMap<Request, Session[]>()
  return http.all(
    // A predicate that returns false leaves the request to other handlers. A resolver that returns nothing would send it to
    // the real network, regardless of onUnhandledFrame.
    ({ request }) => {
      if (isPageProbe(request)) return true
      const sessions = isUpgrade(request) && !isWebSocket(request) ? [] : sessionsFor(request)
      found.set(request, sessions)
      return sessions.length > 0
    },
    async ({ request, requestId }) => {
      if (isPageProbe(request)) return answerProbe()
      if (isUpgrade(request)) return toMswResponse(refuseEscaped(request, found.get(request) ?? []))
      // MSW ignores this answer, but a second one would play a recording.
      if (isDuplicate(requestId)) return new Response(null, { status: 204 })
      const answer = await answerIntercepted(request, found.get(request) ?? [])
      // The client has left, and MSW would print an error that is thrown.
      return request.signal.aborted ? HttpResponse.error() : toMswResponse(answer)
    },
  )
}

async function answerIntercepted(request: Request, sessions: readonly Session[]): Promise<Answer> {
  const client = isPage() ? watchPageClient(request.url) : undefined
  try {
    if (sessions.some((session) => passesThrough(request, session.options))) return { kind: 'passthrough' }
    const read = async (): Promise<IncomingRequest> => {
      // A clone, because a request that passes through is read again. The signal of a clone is lost with the next garbage
      // collection.
      const incoming = await readRequest(mayPassThrough(sessions) ? request.clone() : request)
      return { ...incoming, signal: client?.signal ?? signalOf(request) }
    }
    return await answerRequest({ sessions, read, transport })
  } catch (error) {
    // MSW would answer 500, which SDKs retry, and MSW 2 then hangs.
    return errorAnswer(error, request, sessions)
  } finally {
    client?.release()
  }
}

function mayPassThrough(sessions: readonly Session[]): boolean {
  return sessions.some(({ mode, options }) => mode === 'passthrough' || options.onMismatch === 'passthrough')
}

/** Handshakes are GET requests to MSW, and a response would break them. `upgrade/` answers those of WebSockets. */
function isUpgrade(request: Request): boolean {
  return request.headers.has('upgrade')
}

function isWebSocket({ headers }: Request): boolean {
  return headers.get('upgrade')?.toLowerCase() === 'websocket'
}

/** `upgrade/` did not see the handshake, because the client has another `http.request`, or because its server was started again. */
function refuseEscaped(request: Request, sessions: readonly Session[]): Answer {
  const error = reportEscape(request, 'node:http', sessions)
  return error ? { kind: 'network-error', error } : { kind: 'passthrough' }
}

function toMswResponse(answer: Answer): Response {
  if (answer.kind === 'passthrough') return passthrough()
  if (answer.kind === 'network-error') {
    // In a page, MSW answers 500 for every error, and SDKs retry that.
    if (isPage()) return HttpResponse.error()
    throw toNetworkError(answer.error)
  }
  const { init } = answer
  const body = toBodyInit(answer.body, transport)
  // Without a frame, the end of a body is the end of the connection: a body that was cut would look complete.
  if (body instanceof ReadableStream && !init.headers.has('content-length'))
    init.headers.set('transfer-encoding', 'chunked')
  // HttpResponse makes MSW keep cookies. Only a page needs that, and MSW 2 answers 500 if a cookie is for another domain.
  return typeof document === 'undefined' ? new Response(body, init) : new HttpResponse(body, init)
}
