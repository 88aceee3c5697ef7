import { answerRequest } from '../answer/answer-request.ts'
import { errorAnswer } from '../answer/refusal.ts'
import { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import type { Answer, ResponseAnswer } from '../http/answer.ts'
import { fetchUpstream } from '../http/fetch-upstream.ts'
import { platformFetch } from '../http/platform-fetch.ts'
import { decodeReasonPhrase } from '../http/reason-phrase.ts'
import { passesThrough } from '../session/passes-through.ts'
import type { Session } from '../session/session.ts'
import { toBodyInit } from '../stream/to-body-init.ts'
import { followRedirects, type LazyRequest } from './follow-redirects.ts'
import { toFetchArguments } from './to-fetch-arguments.ts'

/** Creates the `fetch` of a session. It answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    if (isLocal(input)) return platformFetch(input, init)
    session.closing.throwIfAborted()
    const { request, redirect } = toFetchArguments(input, init)
    return followRedirects(request, redirect, async (hop) => {
      const answer = await answerHop([session], hop)
      return 'kind' in answer ? toResponse(answer) : answer
    })
  }
}

/** Detects a URL whose content is not on a network. */
export function isLocal(input: RequestInfo | URL): boolean {
  return /^\s*(?:about|blob|data|file):/i.test(input instanceof Request ? input.url : String(input))
}

/**
 * Answers one request as the `fetch` of a session does, without following redirects.
 *
 * @param sessions in the order in which they are searched
 * @returns an answer of the sessions, or the response of the network
 * @throws the error of a network that fails, as `fetch` throws it
 */
export async function answerHop(
  sessions: readonly Session[],
  request: LazyRequest,
): Promise<ResponseAnswer | Response> {
  const answer = await answerFrom(sessions, request)
  if (answer.kind === 'network-error') throw toFetchError(answer.error)
  if (answer.kind === 'response') return answer
  const complete = await request.read()
  return fetchUpstream(complete, complete.signal)
}

/**
 * Answers one request. No `await` before `answerRequest`: recordings keep the order of the calls, however long it takes to read a body.
 */
export async function answerFrom(sessions: readonly Session[], { head, complete, read }: LazyRequest): Promise<Answer> {
  try {
    if (sessions.some(({ options }) => passesThrough(head, options))) return { kind: 'passthrough' }
    return await answerRequest({ sessions, complete, read, transport: 'direct' })
  } catch (error) {
    return errorAnswer(error, head, sessions)
  }
}

/** Creates the response of a `fetch`. */
export function toResponse({ body, init }: ResponseAnswer): Response {
  const response = new Response(toBodyInit(body, 'direct'), init)
  const statusText = decodeReasonPhrase(init.statusText)
  if (statusText === init.statusText) return response
  return Object.defineProperty(response, 'statusText', { value: statusText, configurable: true })
}

/** A mismatch takes the form of a network error. All other errors stay as they are. */
function toFetchError(error: unknown): unknown {
  return error instanceof CassetteMismatchError ? new TypeError('fetch failed', { cause: error }) : error
}
