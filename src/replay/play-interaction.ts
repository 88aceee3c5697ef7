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
  readonly fault: Promise<PlannedFault | undefined> | undefined
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

/** Answers a request with the interaction that it claimed. Each `await` takes as long as delivering an event, so there are few. */
export async function playInteraction(play: Play): Promise<AnyAnswer> {
  const { claim, request, timing, closing, file } = play
  const { response } = claim.interaction
  const fault = play.fault && (await loadFault(play.fault))
  // Not AbortSignal.any: it would keep each request in memory for as long as the session lives.
  const signals = [request.signal, closing]
  const delay = firstByteDelay(response, timing)
  if (delay > 0) await sleep(delay, signals)
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) {
    claim.release()
    return { kind: 'network-error', error: aborted.reason }
  }
  const instead = fault?.code.answerInstead(fault.planned, request, timing)
  if (instead) return instead
  if (response.websocket && isWebSocketUrl(request.url)) return playFrames(response.websocket, play, fault)
  if (response.status < 200) return { kind: 'network-error', error: noResponse(claim.interaction) }
  const body = await readBody(claim.interaction, request, file)
  const headers = toHeaders(response, body, timing)
  const init = { status: response.status, statusText: encodeReasonPhrase(response.statusText), headers }
  if (!isBodyless(response, request))
    return { kind: 'response', body: toReplayBody(play, body, { headers, fault, signals }), init }
  fault?.code.refuseWithoutBody(fault.planned)
  // Node waits forever for a 205 without a length.
  if (response.status === 205) headers.set('content-length', '0')
  return { kind: 'response', body: null, init }
}

/** A fault, and the code of faults, which few sessions need. */
interface LoadedFault {
  readonly planned: PlannedFault
  readonly code: typeof import('../faults/play-fault.ts')
}

async function loadFault(planning: Promise<PlannedFault | undefined>): Promise<LoadedFault | undefined> {
  const planned = await planning
  return planned && { planned, code: await import('../faults/play-fault.ts') }
}

/** Few cassettes contain frames. */
async function playFrames(
  conversation: WebSocketConversation,
  { claim, judge, ...rest }: Play,
  fault: LoadedFault | undefined,
): Promise<AnyAnswer> {
  const faulty = fault?.code.addFrameFault(fault.planned, conversation)
  const { playConversation } = await import('../websocket/play-conversation.ts')
  return playConversation({ conversation, ...(faulty && { faulty }), claim, judge, ...rest })
}

interface ReplayBodyInit {
  readonly headers: Headers
  readonly fault: LoadedFault | undefined
  readonly signals: readonly AbortSignal[]
}

/** Splits a body into its pieces, and sets its length in the headers. */
function toReplayBody(
  { claim: { interaction }, request, timing, file, onFailure }: Play,
  body: Uint8Array<ArrayBuffer>,
  { headers, fault, signals }: ReplayBodyInit,
): ReplayBody {
  const { response } = interaction
  const type = headers.get('content-type') ?? ''
  const faulty = fault?.code.addFault(fault.planned, body, type, response, timing)
  const openEnd = faulty?.ending ? undefined : openEndOf(response, request)
  const length = faulty ? faulty.length : body.length
  if (!openEnd && length !== undefined) headers.set('content-length', String(length))
  const recordedEnd = openEnd && stayOpen({ interaction, openEnd, request, file, onFailure })
  const end = typeof faulty?.ending === 'object' ? faulty.ending : recordedEnd
  return { timed: faulty?.timed ?? timeBody(body, type, response, timing), signals, openEnd: end }
}

/** The parts that few recordings need are loaded on demand. */
function readBody(
  interaction: Interaction,
  request: IncomingRequest,
  file: string,
): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  const { headers, body } = interaction.response
  const isPlain = findHeader(headers, 'content-encoding') === undefined && !hasSignature(body)
  if (!isPlain) return decompressBody(interaction, request, file)
  return restoreBody(body, interaction, request)
}

async function decompressBody(
  interaction: Interaction,
  request: IncomingRequest,
  file: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { decompressResponse } = await import('./decompress-response.ts')
  return restoreBody(await decompressResponse(interaction, file), interaction, request)
}

/** Gives an answer of JSON-RPC the ids of its request. */
function restoreBody(
  body: Uint8Array<ArrayBuffer>,
  { request: recorded }: Interaction,
  received: IncomingRequest,
): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  if (body.length === 0 || hasEqualBytes(recorded.body, received.body)) return body
  const content = contentOf(recorded)
  return mightBeJsonRpc(content) ? restoreIds(body, content, contentOf(received)) : body
}

async function restoreIds(
  body: Uint8Array<ArrayBuffer>,
  recorded: Uint8Array<ArrayBuffer>,
  received: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return (await import('./restore-message-ids.ts')).restoreMessageIds(body, recorded, received)
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
