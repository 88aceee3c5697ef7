import { followHops, toLazyRequest } from '../fetch/follow-redirects.ts'
import { answerHop } from '../fetch/session-fetch.ts'
import type { ResponseAnswer } from '../http/answer.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import type { Session } from '../session/session.ts'

/** An answer before a server sends it. A `Response` is one, too. */
export interface ServedAnswer {
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
  readonly body: ResponseAnswer['body']
}

/**
 * Answers a complete request to a server as the `fetch` of a session does. Redirects are followed.
 *
 * @param sessions in the order in which they are searched
 * @throws the error with which `session.fetch` would fail
 */
export async function answerServed(sessions: readonly Session[], request: IncomingRequest): Promise<ServedAnswer> {
  const { answer } = await followHops(toLazyRequest(request), 'follow', async (hop) => {
    const answered = await answerHop(sessions, hop)
    return 'kind' in answered ? toServedAnswer(answered) : answered
  })
  return answer
}

/** Converts an answer that has the arguments of `new Response(body, init)`. */
export function toServedAnswer({ body, init }: ResponseAnswer): ServedAnswer {
  return { ...init, body }
}
