import { answerAny } from '../answer/answer-request.ts'
import { errorAnswer } from '../answer/refusal.ts'
import type { AnyAnswer } from '../http/answer.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { passesThrough } from '../session/passes-through.ts'
import type { Session } from '../session/session.ts'

/** The request with which a client opens a WebSocket. */
export interface Handshake {
  /** Begins with `ws`. */
  readonly url: string
  readonly headers: Headers
  /** See `IncomingRequest`. */
  readonly connection?: object
  /** Aborts when the client leaves before it is answered. */
  readonly signal: AbortSignal
}

/**
 * Answers the handshake of a WebSocket. It never throws.
 *
 * @param sessions in the order in which they are searched
 */
export async function answerHandshake(sessions: readonly Session[], handshake: Handshake): Promise<AnyAnswer> {
  const request: IncomingRequest = { ...handshake, method: 'GET', body: new Uint8Array() }
  try {
    if (sessions.some(({ options }) => passesThrough(request, options))) return { kind: 'passthrough' }
    return await answerAny({ sessions, complete: request, read: async () => request, transport: 'direct' })
  } catch (error) {
    errorAnswer(error, request, sessions)
    return { kind: 'network-error', error }
  }
}
