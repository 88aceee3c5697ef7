import { sniffContentType } from '../body/content-type.ts'
import { hasSignature } from '../body/inflate.ts'
import { hasEqualBytes, readUtf8, viewBytes } from '../bytes/byte-view.ts'
import { findHeader, type Interaction, type RecordedResponse, type WebSocketConversation } from '../cassette.ts'
import type { CassetteOpenEndError } from '../errors/errors.ts'
import type { PlannedFault } from '../faults/fault.ts'
import type { AnyAnswer } from '../http/answer.ts'
import { contentOf } from '../http/http-request.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { encodeReasonPhrase } from '../http/reason-phrase.ts'
import { toReplayHeaders } from '../http/replay-headers.ts'
import { isWebSocketUrl } from '../http/web-socket-url.ts'
import type { ReplayBody } from '../stream/replay-body.ts'
import { sleep } from '../stream/sleep.ts'
import { firstByteDelay, type Timing, timeBody } from '../stream/timing.ts'
import type { FrameJudge } from '../websocket/frame-judge.ts'
import { openEndOf, stayOpen } from './open-end.ts'
import type { Claim } from './player.ts'

/** An interaction to play, and how to play it. */
export interface Play {
  /** Released if the client leaves before the response begins. */
  readonly claim: Claim
  readonly request: IncomingRequest
  /** The fault that this answer gets. */
  readonly fault: PlannedFault | undefined
  readonly timing: Timing
  /** Aborts when the session is closed. */
  readonly closing: AbortSignal
  /** The path of the cassette. */
  readonly file: string
  /** Called if the client reads on after an open end. */
  readonly onFailure: (error: CassetteOpenEndError) => void
  /** Judges the frames of a WebSocket's client. */
  readonly judge: FrameJudge
}

/** Answers a request with the interaction that it claimed. */
export async function playInteraction(play: Play): Promise<AnyAnswer> {
  const { claim, request, fault, timing, closing, file } = play
  const { response } = claim.interaction
  // Not AbortSignal.any: it would keep each request in memory for as long as the session lives.
  const signals = [request.signal, closing]
  await sleep(firstByteDelay(response, timing), signals)
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) {
    claim.release()
    return { kind: 'network-error', error: aborted.reason }
  }
  const instead = fault && (await loadFaults()).answerInstead(fault, request, timing)
  if (instead) return instead
  if (response.websocket && isWebSocketUrl(request.url)) return playFrames(response.websocket, play)
  if (response.status < 200) return { kind: 'network-error', error: noResponse(claim.interaction) }
  const body = await readBody(claim.interaction, request, file)
  const headers = toHeaders(response, body, timing)
  const init = { status: response.status, statusText: encodeReasonPhrase(response.statusText), headers }
  if (!isBodyless(response, request))
    return { kind: 'response', body: await toReplayBody(play, body, headers, signals), init }
  if (fault) (await loadFaults()).refuseWithoutBody(fault)
  // Node waits forever for a 205 without a length.
  if (response.status === 205) headers.set('content-length', '0')
  return { kind: 'response', body: null, init }
}

/** Few cassettes contain frames. */
async function playFrames(
  conversation: WebSocketConversation,
  { claim, fault, judge, ...rest }: Play,
): Promise<AnyAnswer> {
  if (fault) (await loadFaults()).refuseWithoutBody(fault)
  const { playConversation } = await import('../websocket/play-conversation.ts')
  return playConversation({ conversation, claim, judge, ...rest })
}

function loadFaults() {
  return import('../faults/play-fault.ts')
}

/** Splits a body into its pieces, and sets its length in the headers. */
async function toReplayBody(
  { claim: { interaction }, request, fault, timing, ...rest }: Play,
  body: Uint8Array<ArrayBuffer>,
  headers: Headers,
  signals: readonly AbortSignal[],
): Promise<ReplayBody> {
  const { response } = interaction
  const type = headers.get('content-type') ?? ''
  const faulty = fault && (await loadFaults()).addFault(fault, body, type, response, timing)
  const openEnd = faulty?.ending ? undefined : openEndOf(response, request)
  const length = faulty ? faulty.length : body.length
  if (!openEnd && length !== undefined) headers.set('content-length', String(length))
  const recordedEnd = openEnd && stayOpen({ interaction, openEnd, request, ...rest })
  const end = typeof faulty?.ending === 'object' ? faulty.ending : recordedEnd
  return { timed: faulty?.timed ?? timeBody(body, type, response, timing), signals, openEnd: end }
}

/** The parts that few recordings need are loaded on demand. */
async function readBody(
  interaction: Interaction,
  request: IncomingRequest,
  file: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { response } = interaction
  const isPlain = findHeader(response.headers, 'content-encoding') === undefined && !hasSignature(response.body)
  const plain = isPlain
    ? response.body
    : await (await import('./decompress-response.ts')).decompressResponse(interaction, file)
  if (plain.length === 0 || hasEqualBytes(interaction.request.body, request.body)) return plain
  const [recorded, received] = [contentOf(interaction.request), contentOf(request)]
  if (!mightBeJsonRpc(recorded)) return plain
  return (await import('./restore-message-ids.ts')).restoreMessageIds(plain, recorded, received)
}

function mightBeJsonRpc(body: Uint8Array<ArrayBuffer>): boolean {
  // `{` or `[`
  return (body[0] === 0x7b || body[0] === 0x5b) && readUtf8(viewBytes(body), 0, body.length).includes('"jsonrpc"')
}

function toHeaders({ headers: recorded }: RecordedResponse, body: Uint8Array, timing: Timing): Headers {
  const headers = toReplayHeaders(recorded, timing === 'instant' || timing === 'manual' ? 'immediate' : 'recorded')
  // A type without a slash was redacted.
  const sniffed = headers.get('content-type')?.includes('/') ? undefined : sniffContentType(body)
  if (sniffed) headers.set('content-type', sniffed)
  return headers
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
