import { sniffContentType } from './body/content-type.ts'
import { decompress } from './body/decompress.ts'
import { diagnose } from './diagnostics/diagnose.ts'
import { toMismatchBody } from './diagnostics/mismatch-body.ts'
import type { IncomingRequest } from './incoming-request.ts'
import { toByteString } from './matcher/match-request.ts'
import type { Claim } from './player.ts'
import type { Session } from './session.ts'
import { replayStream } from './stream/replay-stream.ts'
import { sleep } from './stream/sleep.ts'
import { firstByteDelay, timeFrames } from './stream/timing.ts'

/** What becomes of a request. */
export type Answer =
  | ResponseAnswer
  | { readonly kind: 'passthrough' }
  | { readonly kind: 'network-error'; readonly error: Error }

/** What `new Response(body, init)` takes. */
export interface ResponseAnswer {
  readonly kind: 'response'
  readonly body: ReadableStream<Uint8Array> | string | null
  readonly init: { readonly status: number; readonly statusText: string; readonly headers: Headers }
}

/**
 * Answers a request from the sessions that know its host: with the next interaction of the first that holds one, else
 * with one that may be repeated, else with a mismatch that names the nearest interaction of them all.
 *
 * @param request with its body read: from here to the claim nothing waits, so that no two requests get one interaction
 * @param sessions in the order in which they are asked
 */
export async function answerRequest(request: IncomingRequest, sessions: readonly Session[]): Promise<Answer> {
  const asked = sessions.map((session) => ({ session, key: session.keyOf(request) }))
  for (const again of [false, true]) {
    for (const { session, key } of asked) {
      const claim = session.claim(key, again)
      if (claim) return play(claim, request, session)
    }
  }
  return refuse(request, sessions)
}

async function play(claim: Claim, request: IncomingRequest, { timing, closing }: Session): Promise<Answer> {
  const { response } = claim.interaction
  // Not AbortSignal.any: it would hang on to a session that lives as long as its process.
  const signals = [request.signal, closing]
  await sleep(firstByteDelay(response, timing), signals)
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) {
    claim.release()
    return { kind: 'network-error', error: aborted.reason }
  }
  const body = await decompress(response)
  const headers = toHeaders(response.headers)
  if (!headers.has('content-type')) {
    const sniffed = sniffContentType(body)
    if (sniffed) headers.set('content-type', sniffed)
  }
  const init = { status: response.status, statusText: toStatusText(response.statusText), headers }
  if (isBodyless(response.status) || request.method === 'HEAD') return { kind: 'response', body: null, init }
  headers.set('content-length', String(body.length))
  if (body.length === 0) return { kind: 'response', body: null, init }
  const frames = timeFrames(body, headers.get('content-type') ?? '', response, timing)
  return { kind: 'response', body: replayStream(frames, signals), init }
}

/** They describe the recorded transfer and not this one: with them, clients wait for ever or decode what is plain. */
const TRANSFER_HEADERS = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

function toHeaders(recorded: Claim['interaction']['response']['headers']): Headers {
  const headers = new Headers()
  for (const [name, value] of recorded) {
    if (!TRANSFER_HEADERS.has(name.toLowerCase())) headers.append(name, toByteString(value))
  }
  return headers
}

/** Response takes only what a status line can carry. */
function toStatusText(text: string): string {
  return /^[\t\x20-\x7e]*$/.test(text) ? text : ''
}

function isBodyless(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}

function refuse(request: IncomingRequest, sessions: readonly Session[]): Answer {
  const error = diagnose(request, sessions)
  for (const session of sessions) session.mismatches.push(error)
  const [{ onMismatch } = { onMismatch: 'respond' }] = sessions
  if (onMismatch === 'passthrough') return { kind: 'passthrough' }
  // With a code and an errno MSW takes an error for one of Node's network, and lets it reach the client as its cause.
  if (onMismatch === 'network-error') return { kind: 'network-error', error: Object.assign(error, { errno: -1 }) }
  const headers = new Headers({ 'content-type': 'application/json', 'x-should-retry': 'false' })
  const body = toMismatchBody(error.message, request.url)
  return { kind: 'response', body, init: { status: 400, statusText: 'Bad Request', headers } }
}
