import { CassetteOptionError } from '../errors/errors.ts'
import type { Answer, AnyAnswer } from '../http/answer.ts'
import { assertComplete } from '../http/assert-complete.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { toReplayHeaders } from '../http/replay-headers.ts'
import { isWebSocketUrl } from '../http/web-socket-url.ts'
import type { Reservation } from '../record/recorder.ts'
import type { Claim } from '../replay/player.ts'
import type { Session } from '../session/session.ts'
import type { Transport } from '../stream/replay-stream.ts'
import { protocolAnswer, telemetryAnswer } from './protocol-answer.ts'
import { refusalAnswer } from './refusal.ts'

/** A request that sessions answer. */
export interface PendingRequest {
  /** In the order in which they are searched. */
  readonly sessions: readonly Session[]
  /** The request, if its body is available already. */
  readonly complete?: IncomingRequest | undefined
  /** Reads the request. Recordings keep the order in which `answerRequest` was called. */
  readonly read: () => Promise<IncomingRequest>
  /** How the pieces of a body reach the client. */
  readonly transport: Transport
}

/**
 * Answers a request: with the next unplayed interaction of the first session that has one, else with an interaction that can
 * be repeated, else from the network if a session records, else with a mismatch that names the nearest interaction of all
 * sessions.
 */
export async function answerRequest(pending: PendingRequest): Promise<Answer> {
  const answer = await answerAny(pending)
  return answer.kind === 'websocket' ? { kind: 'network-error', error: new TypeError(NOT_HTTP) } : answer
}

const NOT_HTTP = 'fetch failed: the URL is that of a WebSocket. Connect with session.WebSocket.'

/** Answers a request as `answerRequest` does, or the handshake of a WebSocket: a request whose URL begins with `ws`. */
export async function answerAny({ sessions, complete, read, transport }: PendingRequest): Promise<AnyAnswer> {
  const recording = sessions.find(({ policy }) => policy.unmatched === 'record')
  const reservation = recording?.reserve()
  try {
    const request = complete ?? (await readOrFail(read))
    if ('kind' in request) return request
    if (request.signal.aborted) return { kind: 'network-error', error: request.signal.reason }
    if (sessions.some(({ mode }) => mode !== 'passthrough')) assertComplete(request)
    const claimed =
      claimInOrder(sessions, request) ?? (await claimByKey(sessions, request)) ?? (await claimEcho(sessions, request))
    // Not awaited: the reservation must not wait for a recorded delay.
    if (claimed) return play(claimed, request, transport)
    if (sessions.every(({ coverage }) => coverage.isTelemetry(request))) return telemetryAnswer(request)
    if (sessions.every(({ coverage }) => coverage.excludesUrl(request.url))) return refuse(sessions, request)
    if (recording && reservation) {
      await recording.faults?.beginRecording()
      // Not awaited: the reservation is taken when the call begins.
      return record(recording, reservation, request, transport)
    }
    if (sessions.some(({ policy }) => policy.unmatched === 'passthrough')) return { kind: 'passthrough' }
    return protocolAnswer(request, sessions) ?? refuse(sessions, request)
  } finally {
    reservation?.release()
  }
}

async function readOrFail(read: () => Promise<IncomingRequest>): Promise<IncomingRequest | Answer> {
  try {
    return await read()
  } catch (error) {
    return { kind: 'network-error', error }
  }
}

interface Claimed {
  readonly session: Session
  readonly claim: Claim
}

/** Most requests equal the next recording byte for byte, and need no key. */
function claimInOrder([session]: readonly Session[], request: IncomingRequest): Claimed | undefined {
  const claim = session?.claimInOrder(request)
  return claim && session ? { session, claim } : undefined
}

/** No `await` between here and the claim, so two requests can never claim the same interaction. */
async function claimByKey(sessions: readonly Session[], request: IncomingRequest): Promise<Claimed | undefined> {
  for (const { keyParts } of sessions) {
    const loading = keyParts.load()
    // Otherwise the next request could claim first.
    if (loading) await loading
  }
  const searches = sessions.flatMap((session) => {
    const search = session.claimsFor(request)
    return search ? [{ session, search }] : []
  })
  for (const kind of ['claimUnplayed', 'claimRepeat'] as const) {
    for (const { session, search } of searches) {
      const claim = search[kind]()
      if (claim) return { session, claim }
    }
  }
  for (const { session, search } of searches) {
    const claim = search.claimFitting(session.keyParts.modules.fitsPlaceholders)
    if (claim) return { session, claim }
  }
  return undefined
}

/** No `await` between the search and the claim, as in `claimByKey`. */
async function claimEcho(sessions: readonly Session[], request: IncomingRequest): Promise<Claimed | undefined> {
  for (const { echoes } of sessions) await echoes?.load()
  for (const session of sessions) {
    const claim = session.echoes?.claim(request)
    if (claim) return { session, claim }
  }
  return undefined
}

async function play({ session, claim }: Claimed, request: IncomingRequest, transport: Transport): Promise<AnyAnswer> {
  return control(session, await session.play(claim, request), request, transport)
}

/** Lets the test control a streamed answer, or the frames of a WebSocket, if `timing` is `'manual'`. */
function control(
  { streams, closing }: Session,
  answer: AnyAnswer,
  { signal }: IncomingRequest,
  transport: Transport,
): AnyAnswer | Promise<AnyAnswer> {
  if (!streams) return answer
  if (answer.kind === 'websocket') return controlWebSocket(streams, answer, closing)
  const controlled = (): Answer => streams.value.control({ answer, signals: [signal, closing], transport })
  return streams.load()?.then(controlled) ?? controlled()
}

async function controlWebSocket(
  streams: NonNullable<Session['streams']>,
  answer: Exclude<AnyAnswer, Answer>,
  closing: AbortSignal,
): Promise<AnyAnswer> {
  await streams.load()
  const { controlFrames } = await import('../websocket/control-frames.ts')
  return controlFrames(answer, () => streams.value.begin(), closing)
}

async function record(
  session: Session,
  reservation: Reservation,
  request: IncomingRequest,
  transport: Transport,
): Promise<AnyAnswer> {
  try {
    // The session might have been closed while the request was read.
    session.closing.throwIfAborted()
    session.log.addRequest(request)
    session.echoes?.add(request, undefined)
    const answer = await reservation.record(request, transport)
    if ('kind' in answer) return control(session, answer, request, transport)
    const { body, status, statusText, headers } = answer
    const init = { status, statusText, headers: toReplayHeaders([...headers]) }
    return control(session, { kind: 'response', body, init }, request, transport)
  } catch (error) {
    // An option that can't be used is not an error of the network, which SDKs would retry.
    if (error instanceof CassetteOptionError) throw error
    return { kind: 'network-error', error }
  }
}

async function refuse(sessions: readonly Session[], request: IncomingRequest): Promise<Answer> {
  const [first] = sessions
  if (!first) return { kind: 'passthrough' }
  await first.diagnosis.load()
  const error = first.diagnosis.value(request, sessions)
  for (const session of sessions) {
    session.log.addRequest(request)
    session.log.addMismatch(error)
  }
  const choices = sessions.map(({ options }) => options.onMismatch ?? 'respond')
  // Every session must agree; otherwise handler order would decide whether the request leaves this machine.
  if (choices.every((choice) => choice === 'passthrough')) return { kind: 'passthrough' }
  // The client of a WebSocket does not show the body of a response.
  if (choices[0] === 'network-error' || isWebSocketUrl(request.url)) return { kind: 'network-error', error }
  return refusalAnswer(error.message, request)
}
