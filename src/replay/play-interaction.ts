import type { Answer } from '../answer/answer-request.ts'
import { sniffContentType } from '../body/content-type.ts'
import { decompress } from '../body/decompress.ts'
import type { Interaction, RecordedResponse } from '../cassette.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { toReplayHeaders } from '../http/replay-headers.ts'
import type { Session } from '../session/session.ts'
import { replayStream, type Transport } from '../stream/replay-stream.ts'
import { sleep } from '../stream/sleep.ts'
import { firstByteDelay, timeBody } from '../stream/timing.ts'
import type { Claim } from './player.ts'

/**
 * Answers a request with the interaction that it claimed.
 *
 * @param claim given back where the client leaves before there is an answer
 * @param request the request
 * @param session whose interaction it is
 * @param delivery how the pieces of its body get to the client
 */
export async function playInteraction(
  claim: Claim,
  request: IncomingRequest,
  session: Session,
  delivery: Transport,
): Promise<Answer> {
  const { timing = 'instant' } = session.options
  const { response } = claim.interaction
  // Not AbortSignal.any: it would hang on to a session that lives as long as its process.
  const signals = [request.signal, session.closing]
  await sleep(firstByteDelay(response, timing), signals)
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) {
    claim.release()
    return { kind: 'network-error', error: aborted.reason }
  }
  if (response.status < 200) return { kind: 'network-error', error: noResponse(claim.interaction) }
  const body = await decompress(response)
  const headers = toReplayHeaders(response.headers)
  // One without a slash was redacted.
  const sniffed = headers.get('content-type')?.includes('/') ? undefined : sniffContentType(body)
  if (sniffed) headers.set('content-type', sniffed)
  const init = { status: response.status, statusText: toStatusText(response.statusText), headers }
  const bodyless = isBodyless(response, request)
  // A 205 without a length is one that Node goes on waiting for.
  if (!bodyless || response.status === 205) headers.set('content-length', String(bodyless ? 0 : body.length))
  if (bodyless) return { kind: 'response', body: null, init }
  if (body.length === 0) return { kind: 'response', body: null, init }
  const timed = timeBody(body, headers.get('content-type') ?? '', response, timing)
  return { kind: 'response', body: replayStream(timed, signals, delivery), init }
}

/** Browsers keep in their archives what failed, and what became something else than HTTP. */
function noResponse({ request, response, line }: Interaction): Error {
  const place = line === undefined ? '' : ` on line ${line}`
  const why = `The recording of ${request.method} ${request.url}${place} has no response: its status is ${response.status}.`
  return new TypeError('fetch failed', { cause: new Error(why) })
}

/** Response takes only what a status line can carry. */
function toStatusText(text: string): string {
  return /^[\t\x20-\x7e]*$/.test(text) ? text : ''
}

function isBodyless({ status }: RecordedResponse, { method }: IncomingRequest): boolean {
  return status === 204 || status === 205 || status === 304 || method === 'HEAD'
}
