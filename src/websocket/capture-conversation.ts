import { connectUpstream } from '#upstream'
import type { Interaction, WebSocketClose, WebSocketConversation, WebSocketFrame } from '../cassette.ts'
import type { WebSocketAnswer } from '../http/answer.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import type { ConnectionClose, WebSocketEnd } from '../http/web-socket-end.ts'
import { currentTime, elapsedTime } from '../platform/clock.ts'
import type { Capture, OngoingExchange } from '../record/capture-exchange.ts'
import type { Upstream } from './connect-upstream.ts'
import { relay } from './relay.ts'

/** The session went away: RFC 6455, section 7.4.1. */
const GOING_AWAY: ConnectionClose = { code: 1001, reason: 'The session of msw-cassette was closed.' }

/**
 * Connects to the real server of a WebSocket and captures the conversation. A server that refuses the handshake is captured as an
 * exchange without frames.
 *
 * @param request the handshake
 * @param abortController ends the conversation, which then has no recorded close
 * @throws the error of the network; CassetteSessionError if the package `ws` is not installed
 */
export async function captureConversation(
  request: IncomingRequest,
  abortController: AbortController,
): Promise<OngoingExchange> {
  const leave = (): void => abortController.abort(request.signal.reason)
  request.signal.addEventListener('abort', leave, { once: true })
  const begin = { request, recordedAt: new Date(currentTime()), start: elapsedTime() }
  try {
    const upstream = await connectUpstream({ ...request, signal: abortController.signal })
    return upstream.kind === 'open'
      ? recordFrames(begin, upstream, abortController)
      : await recordRefusal(begin, upstream.response)
  } finally {
    request.signal.removeEventListener('abort', leave)
  }
}

/** A handshake, and when it was sent. */
interface Begin {
  readonly request: IncomingRequest
  readonly recordedAt: Date
  readonly start: number
}

async function recordRefusal(begin: Begin, response: Response): Promise<OngoingExchange> {
  const { status, statusText, headers } = response
  const body = new Uint8Array(await response.clone().arrayBuffer())
  const capture = toCapture(begin, headers, { status, statusText, body, duration: elapsedTime() - begin.start })
  return { response, captured: Promise.resolve(capture), soFar: () => capture, endNow: () => capture }
}

function recordFrames(
  begin: Begin,
  upstream: Extract<Upstream, { kind: 'open' }>,
  { signal }: AbortController,
): OngoingExchange {
  const opened = elapsedTime()
  const frames: WebSocketFrame[] = []
  let close: WebSocketClose | undefined
  let client: WebSocketEnd | undefined
  let settle = (_capture: Capture | undefined): void => {}
  const captured = new Promise<Capture | undefined>((resolve) => {
    settle = resolve
  })
  const soFar = (): Capture => {
    const websocket: WebSocketConversation = { frames: [...frames], ...(close && { close }) }
    const response = { status: 101, statusText: 'Switching Protocols', body: new Uint8Array(), websocket }
    return toCapture(begin, upstream.headers, { ...response, duration: opened - begin.start })
  }
  const endNow = (): Capture | undefined => {
    const capture = client && soFar()
    upstream.end.close(GOING_AWAY)
    client?.close(GOING_AWAY)
    settle(capture)
    return capture
  }
  signal.addEventListener('abort', endNow, { once: true })
  const connect = (end: WebSocketEnd): void => {
    client = end
    relay(
      { client: end, server: upstream.end },
      {
        onFrame: (from, data) => void frames.push({ from, at: round(elapsedTime() - opened), data }),
        onClose(from, { code, reason }) {
          close = { from, code, reason }
          settle(soFar())
        },
      },
    )
  }
  const response: WebSocketAnswer = { kind: 'websocket', protocol: upstream.protocol || undefined, connect }
  return { response, captured, soFar, endNow }
}

function toCapture(
  { request, recordedAt }: Begin,
  received: Headers,
  response: Omit<Interaction['response'], 'headers'>,
): Capture {
  const { method, url, headers, body } = request
  const interaction: Interaction = {
    request: { method, url, headers: [...headers], body },
    response: { ...response, headers: [...received] },
    recordedAt,
  }
  return { interaction, sent: headers, received }
}

/** To a tenth of a millisecond. */
function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
