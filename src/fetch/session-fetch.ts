import { type Answer, answerRequest, failWith } from '../answer/answer-request.ts'
import { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { fetchUpstream } from '../msw/upstream.ts'
import { passesThrough } from '../session/cassette-options.ts'
import type { Session } from '../session/session.ts'
import { followRedirects, type LazyRequest } from './follow-redirects.ts'
import { toFetchRequest } from './to-fetch-request.ts'

/** Makes the `fetch` of a session: it answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    session.closing.throwIfAborted()
    const { request, redirect } = toFetchRequest(input, init)
    return followRedirects(request, redirect, (asked) => ask(asked, session))
  }
}

async function ask(asked: LazyRequest, session: Session): Promise<Response> {
  const answer = await answerFrom(session, asked)
  if (answer.kind === 'network-error') throw toFetchError(answer.error)
  if (answer.kind === 'response') return new Response(answer.body, answer.init)
  const request = await asked.read()
  return fetchUpstream(request, request.signal)
}

/** Nothing waits before `answerRequest`: what is recorded keeps the order of the calls, however long a body takes to be read. */
async function answerFrom(session: Session, { head, read }: LazyRequest): Promise<Answer> {
  try {
    if (passesThrough(head, session.options)) return { kind: 'passthrough' }
    return await answerRequest([session], read, 'direct')
  } catch (error) {
    return failWith(error, head.url, [session])
  }
}

/** What the network or the client said stays what it was; only a mismatch takes the form of the network's errors. */
function toFetchError(error: unknown): unknown {
  return error instanceof CassetteMismatchError ? new TypeError('fetch failed', { cause: error }) : error
}
