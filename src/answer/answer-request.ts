import { diagnose } from '../diagnostics/diagnose.ts'
import { shorten } from '../diagnostics/excerpt.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { toReplayHeaders } from '../http/replay-headers.ts'
import type { Reservation } from '../record/recorder.ts'
import { playInteraction } from '../replay/play-interaction.ts'
import { maskUrl } from '../secret/mask-secrets.ts'
import type { Session } from '../session/session.ts'
import type { Transport } from '../stream/replay-stream.ts'
import { toRefusalBody } from './refusal-body.ts'

/** What becomes of a request. */
export type Answer =
  | { readonly kind: 'response'; readonly body: ReadableStream<Uint8Array> | string | null; readonly init: AnswerInit }
  | { readonly kind: 'passthrough' }
  | { readonly kind: 'network-error'; readonly error: unknown }

/** What `new Response(body, init)` takes. */
interface AnswerInit {
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
}

/**
 * Answers a request from the sessions that are asked: with the next interaction of the first that holds one, else with one
 * that may be repeated, else from the network where one of them may record, else with a mismatch that names the nearest
 * interaction of them all.
 *
 * @param sessions in the order in which they are asked
 * @param read reads the request; what is recorded keeps the order in which this function was called
 * @param delivery how the pieces of a body get to the client
 */
export async function answerRequest(
  sessions: readonly Session[],
  read: () => Promise<IncomingRequest>,
  delivery: Transport,
): Promise<Answer> {
  const recording = sessions.find((session) => session.decide('unmatched') === 'record')
  const slot = recording?.recorder.reserve()
  const release = (): void => {
    if (slot) recording?.recorder.release(slot)
  }
  let request: IncomingRequest
  try {
    request = await read()
    request.signal.throwIfAborted()
  } catch (error) {
    release()
    return { kind: 'network-error', error }
  }
  // From here to the claim nothing waits, so that no two requests get one interaction.
  let played: Promise<Answer> | undefined
  try {
    played = claim(request, sessions, delivery)
  } catch (error) {
    release()
    throw error
  }
  if (!played && recording && slot) {
    recording.logRequest(request)
    return record(request, recording, slot)
  }
  release()
  if (played) return played
  if (sessions.some((session) => session.decide('unmatched') === 'passthrough')) return { kind: 'passthrough' }
  return refuse(request, sessions)
}

function claim(
  request: IncomingRequest,
  sessions: readonly Session[],
  delivery: Transport,
): Promise<Answer> | undefined {
  const searches = sessions.map((session) => ({ session, search: session.search(request) }))
  for (const which of ['next', 'again'] as const) {
    for (const { session, search } of searches) {
      const claimed = search?.[which]()
      if (claimed) {
        session.logRequest(request)
        return playInteraction(claimed, request, session, delivery)
      }
    }
  }
  return undefined
}

async function record(request: IncomingRequest, { recorder, closing }: Session, slot: Reservation): Promise<Answer> {
  try {
    // While the request was read.
    closing.throwIfAborted()
    const { body, status, statusText, headers } = await recorder.record(request, slot)
    return { kind: 'response', body, init: { status, statusText, headers: toReplayHeaders([...headers]) } }
  } catch (error) {
    return { kind: 'network-error', error }
  }
}

function refuse(request: IncomingRequest, sessions: readonly Session[]): Answer {
  const error = diagnose(request, sessions)
  for (const session of sessions) {
    session.logRequest(request)
    session.mismatches.push(error)
  }
  const choices = sessions.map(({ options }) => options.onMismatch ?? 'respond')
  // All of them, lest the order of their handlers decide whether a request leaves this machine.
  if (choices.every((choice) => choice === 'passthrough')) return { kind: 'passthrough' }
  return choices[0] === 'network-error' ? { kind: 'network-error', error } : refuseWith(error.message, request.url)
}

/** The answer where a function of the options throws: the request fails once, and the session's verdict is that error. */
export function failWith(error: unknown, url: string, sessions: readonly Session[]): Answer {
  for (const session of sessions) session.setFailure(error)
  const paths = sessions.map(({ path }) => path).join(', ')
  const message = escapeControlCharacters(`Failed to answer ${shorten(maskUrl(url))} from ${paths}: ${String(error)}`)
  console.error(`[msw-cassette] ${message}`)
  return refuseWith(message, url)
}

/** The answer that no SDK asks for again, and that each shows the text of. */
export function refuseWith(message: string, url: string): Answer {
  const headers = new Headers({ 'content-type': 'application/json', 'x-should-retry': 'false' })
  const body = toRefusalBody(message, url)
  return { kind: 'response', body, init: { status: 400, statusText: 'Bad Request', headers } }
}
