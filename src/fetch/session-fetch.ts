import { answerRequest } from '../answer/answer-request.ts'
import { errorAnswer } from '../answer/refusal.ts'
import { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import type { Answer, ResponseAnswer } from '../http/answer.ts'
import { fetchUpstream } from '../http/fetch-upstream.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { platformFetch } from '../http/platform-fetch.ts'
import { decodeReasonPhrase } from '../http/reason-phrase.ts'
import { passesThrough } from '../session/passes-through.ts'
import type { Session } from '../session/session.ts'
import type { Transport } from '../stream/replay-stream.ts'
import { followRedirects, type LazyRequest, toLazyRequest } from './follow-redirects.ts'
import { toFetchArguments } from './to-fetch-arguments.ts'

/** Creates the `fetch` of a session. It answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    if (isLocal(input)) return platformFetch(input, init)
    session.closing.throwIfAborted()
    const { request, redirect } = toFetchArguments(input, init)
    return followRedirects(request, redirect, (hop) => fetchHop(hop, [session], 'direct'))
  }
}

/** Detects a URL whose content is not on a network. */
export function isLocal(input: RequestInfo | URL): boolean {
  return /^\s*(?:about|blob|data|file):/i.test(input instanceof Request ? input.url : String(input))
}

/**
 * Answers a complete request to a server as the `fetch` of a session does. Redirects are followed.
 *
 * @param sessions in the order in which they are searched
 */
export function answerWith(sessions: readonly Session[], request: IncomingRequest): Promise<Response> {
  return followRedirects(toLazyRequest(request), 'follow', (hop) => fetchHop(hop, sessions, 'server'))
}

async function fetchHop(request: LazyRequest, sessions: readonly Session[], transport: Transport): Promise<Response> {
  const answer = await answerFrom(sessions, request, transport)
  if (answer.kind === 'network-error') throw toFetchError(answer.error)
  if (answer.kind === 'response') return toResponse(answer)
  const complete = await request.read()
  return fetchUpstream(complete, complete.signal)
}

/**
 * Answers one request. No `await` before `answerRequest`: recordings keep the order of the calls, however long it takes to read a body.
 */
export async function answerFrom(
  sessions: readonly Session[],
  { head, complete, read }: LazyRequest,
  transport: Transport,
): Promise<Answer> {
  try {
    if (sessions.some(({ options }) => passesThrough(head, options))) return { kind: 'passthrough' }
    return await answerRequest({ sessions, complete, read, transport })
  } catch (error) {
    return errorAnswer(error, head, sessions)
  }
}

/** Creates the response of a `fetch`. */
export function toResponse({ body, init }: ResponseAnswer): Response {
  const response = new Response(body, init)
  const statusText = decodeReasonPhrase(init.statusText)
  if (statusText === init.statusText) return response
  return Object.defineProperty(response, 'statusText', { value: statusText, configurable: true })
}

/** A mismatch takes the form of a network error. All other errors stay as they are. */
function toFetchError(error: unknown): unknown {
  return error instanceof CassetteMismatchError ? new TypeError('fetch failed', { cause: error }) : error
}
