import { sniffContentType } from '../body/content-type.ts'
import { decompress } from '../body/decompress.ts'
import type { Interaction, RecordedResponse } from '../cassette.ts'
import type { Answer } from '../http/answer.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { encodeReasonPhrase } from '../http/reason-phrase.ts'
import { toReplayHeaders } from '../http/replay-headers.ts'
import { replayStream, type Transport } from '../stream/replay-stream.ts'
import { sleep } from '../stream/sleep.ts'
import { firstByteDelay, type Timing, timeBody } from '../stream/timing.ts'
import type { Claim } from './player.ts'

/** An interaction to play, and how to play it. */
export interface Play {
  /** Released if the client leaves before the response begins. */
  readonly claim: Claim
  readonly request: IncomingRequest
  readonly timing: Timing
  /** Aborts when the session is closed. */
  readonly closing: AbortSignal
  /** How the pieces of the body reach the client. */
  readonly transport: Transport
}

/** Answers a request with the interaction that it claimed. */
export async function playInteraction({ claim, request, timing, closing, transport }: Play): Promise<Answer> {
  const { response } = claim.interaction
  // Not AbortSignal.any: it would keep each request in memory for as long as the session lives.
  const signals = [request.signal, closing]
  await sleep(firstByteDelay(response, timing), signals)
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) {
    claim.release()
    return { kind: 'network-error', error: aborted.reason }
  }
  if (response.status < 200) return { kind: 'network-error', error: noResponse(claim.interaction) }
  const body = await decompress(response)
  const headers = toReplayHeaders(response.headers)
  // A type without a slash was redacted.
  const sniffed = headers.get('content-type')?.includes('/') ? undefined : sniffContentType(body)
  if (sniffed) headers.set('content-type', sniffed)
  const init = { status: response.status, statusText: encodeReasonPhrase(response.statusText), headers }
  const bodyless = isBodyless(response, request)
  // Node waits forever for a 205 without a length.
  if (!bodyless || response.status === 205) headers.set('content-length', String(bodyless ? 0 : body.length))
  if (bodyless) return { kind: 'response', body: null, init }
  const timed = timeBody(body, headers.get('content-type') ?? '', response, timing)
  return { kind: 'response', body: replayStream(timed, signals, transport), init }
}

/** Archives of browsers also contain failed requests and connections that were upgraded. */
function noResponse({ request, response, line }: Interaction): Error {
  const place = line === undefined ? '' : ` on line ${line}`
  const why = `The recording of ${request.method} ${request.url}${place} has no response: its status is ${response.status}.`
  return new TypeError('fetch failed', { cause: new Error(why) })
}

function isBodyless({ status }: RecordedResponse, { method }: IncomingRequest): boolean {
  return status === 204 || status === 205 || status === 304 || method === 'HEAD'
}
