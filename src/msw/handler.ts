import * as msw from 'msw'
import { type HttpHandler, HttpResponse, http, passthrough } from 'msw'
import { type Answer, answerRequest, failWith, refuseWith } from '../answer/answer-request.ts'
import { type IncomingRequest, readRequest } from '../http/incoming-request.ts'
import { activeSessions, registerHandler } from '../scope/scope.ts'
import { passesThrough } from '../session/cassette-options.ts'
import { isElsewhere } from '../session/covered-hosts.ts'
import type { Session } from '../session/session.ts'
import type { Transport } from '../stream/replay-stream.ts'
import { toNetworkError } from './network-error.ts'
import { answerProbe, isProbe } from './probe.ts'
import { createDuplicateFilter } from './request-memory.ts'

/** MSW 3 has this function, and in Node a socket for each request. */
const delivery: Transport = 'isPassthroughResponse' in msw && typeof document === 'undefined' ? 'socket' : 'relay'

/**
 * Makes the one handler of a session. It also answers for the other sessions it can see: a request is a mismatch only
 * where none of them holds it, whatever the order of their handlers.
 *
 * @param session the session; undefined for a handler that only answers for those it can see, see `scopedCassettes`
 */
export function createHandler(session?: Session): HttpHandler {
  registerHandler()
  const isAskedAgain = createDuplicateFilter()
  const handler = http.all(
    // A predicate that says no leaves the request to other handlers. A resolver that says nothing would send it to the
    // real network, whatever onUnhandledFrame is.
    ({ request }) => !isUpgrade(request) && sessionsFor(request.url, session).length > 0,
    async ({ request, requestId }) => {
      // Its answer is not looked at, but would play a recording.
      if (isAskedAgain(requestId)) return new Response(null, { status: 204 })
      const sessions = sessionsFor(request.url, session)
      const answer = await answerIntercepted(request, sessions)
      // Nobody is there to get it, and MSW would print an error that is thrown.
      return request.signal.aborted ? HttpResponse.error() : toMswResponse(answer)
    },
  )
  handler.info.header = `cassette ${session?.path ?? 'of the current test'}`
  // MSW 3 calls it when it takes the handler out of a server.
  return Object.assign(handler, { dispose: () => session?.exitScope() })
}

async function answerIntercepted(request: Request, sessions: readonly Session[]): Promise<Answer> {
  try {
    if (sessions.some(({ options }) => passesThrough(request, options))) return { kind: 'passthrough' }
    const read = async (): Promise<IncomingRequest> => {
      // A clone, since what is passed through is read once more. Its signal is forgotten with the next garbage collection.
      const incoming = await readRequest(mayPassThrough(sessions) ? request.clone() : request)
      return { ...incoming, signal: request.signal }
    }
    return await answerRequest(sessions, read, delivery)
  } catch (error) {
    // MSW would answer 500, which SDKs ask for again, and MSW 2 then hangs.
    return failWith(error, request.url, sessions)
  }
}

/** Makes the handler by which the server of a runner's setup is known. */
export function createProbeHandler(): HttpHandler {
  return http.all(({ request }) => isProbe(request), answerProbe)
}

/** Which tests are kept off the network. */
export type UnhandledPolicy = 'every-test' | 'tests-with-a-cassette'

/**
 * Makes the handler that comes after all others: what would reach the network by accident is a mismatch of the test's
 * cassettes, or, where it has none, an answer that says so. Requests to this machine are left alone.
 *
 * @param guard whether tests without a cassette are kept off the network, too
 */
export function createFallbackHandler(guard: UnhandledPolicy): HttpHandler {
  const isGuarded = (): boolean => guard === 'every-test' || activeSessions().length > 0
  return http.all(
    ({ request }) => !isUpgrade(request) && isElsewhere(new URL(request.url)) && isGuarded(),
    async ({ request }) => {
      const sessions = activeSessions()
      if (sessions.length === 0) return toMswResponse(answerWithout(request))
      return toMswResponse(await answerIntercepted(request, sessions))
    },
  )
}

function answerWithout({ method, url }: Request): Answer {
  return refuseWith(
    `Nothing answers ${method} ${url}: this test has no cassette, and requests don't reach the network by accident. Give the ` +
      'test a cassette, or answer with a handler of your own.',
    url,
  )
}

/** Handshakes of WebSockets are GET requests to MSW; a response would break them. */
function isUpgrade(request: Request): boolean {
  return request.headers.has('upgrade')
}

function sessionsFor(url: string, session: Session | undefined): Session[] {
  session?.enterScope()
  return activeSessions(session).filter((candidate) => candidate.handlesUrl(url))
}

function mayPassThrough(sessions: readonly Session[]): boolean {
  return sessions.some(({ mode, options }) => mode === 'passthrough' || options.onMismatch === 'passthrough')
}

function toMswResponse(answer: Answer): Response {
  if (answer.kind === 'passthrough') return passthrough()
  if (answer.kind === 'network-error') throw toNetworkError(answer.error)
  const { body, init } = answer
  // Without a frame the end of a body is the end of the connection: a body that was cut would look whole.
  if (body instanceof ReadableStream && !init.headers.has('content-length'))
    init.headers.set('transfer-encoding', 'chunked')
  // HttpResponse has MSW keep the cookies, and MSW 2 answers 500 where one is for another domain; only a page needs them kept.
  return typeof document === 'undefined' ? new Response(body, init) : new HttpResponse(body, init)
}
