import { type Answer, answerRequest, failWith } from './answer.ts'
import { CassetteMismatchError } from './errors.ts'
import { followRedirects, type Hop } from './follow-redirects.ts'
import type { IncomingRequest } from './incoming-request.ts'
import { fetchUpstream } from './msw/upstream.ts'
import type { Session } from './session.ts'
import { toFetchRequest } from './to-fetch-request.ts'

/** Makes the `fetch` of a session: it answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  const ask: Hop = async (request) => {
    const answer = await answerFrom(session, request)
    if (answer.kind === 'passthrough') return fetchUpstream(request, request.signal)
    if (answer.kind === 'network-error') throw toFetchError(answer.error)
    return new Response(answer.body, answer.init)
  }
  return async (input, init) => {
    session.closing.throwIfAborted()
    const { request, redirect } = await toFetchRequest(input, init)
    return followRedirects(request, redirect, ask)
  }
}

async function answerFrom(session: Session, request: IncomingRequest): Promise<Answer> {
  try {
    if (session.options.passthrough?.(request)) return { kind: 'passthrough' }
    return await answerRequest([session], async () => request, 'none')
  } catch (error) {
    return failWith(error, request.url, [session])
  }
}

/** What the network or the client said stays what it was; only a mismatch takes the form of the network's errors. */
function toFetchError(error: unknown): unknown {
  return error instanceof CassetteMismatchError ? new TypeError('fetch failed', { cause: error }) : error
}
