import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { concatBytes } from '../bytes/concat-bytes.ts'
import { offeredProtocols } from '../http/offered-protocols.ts'
import { runAsOwnRequest } from '../http/own-requests.ts'
import type { WebSocketEnd } from '../http/web-socket-end.ts'
import { captureContext, type RunInContext } from '../platform/async-snapshot.ts'
import { loadWs } from './load-ws.ts'
import { toWebSocketEnd } from './ws-end.ts'

/** The handshake to send to the real server. */
export interface UpstreamHandshake {
  readonly url: string
  /** All headers of the client. */
  readonly headers: Headers
  /** See `IncomingRequest`. */
  readonly connection?: object
  /** Ends the handshake, and breaks the connection. */
  readonly signal: AbortSignal
}

/** How the real server answered a handshake. */
export type Upstream =
  | { readonly kind: 'open'; readonly end: WebSocketEnd; readonly protocol: string; readonly headers: Headers }
  | { readonly kind: 'refused'; readonly response: Response }

/** Headers of the client's own connection, which `ws` sets by itself. */
const CONNECTION_HEADERS = /^(?:connection|content-length|host|upgrade|sec-websocket-(?!protocol))/

/**
 * Connects to the real server of a WebSocket, even if MSW intercepts requests.
 *
 * @throws the error of the network; CassetteSessionError if the package `ws` is not installed
 */
export async function connectUpstream({ url, headers, connection, signal }: UpstreamHandshake): Promise<Upstream> {
  const { WebSocket } = await loadWs('A connection to the real server of a WebSocket')
  signal.throwIfAborted()
  const sent = Object.fromEntries([...headers].filter(([name]) => !isOwnHeader(name)))
  // Unlimited, as for HTTP. Compression is of no use to a recording.
  const options = { ...connection, headers: sent, maxPayload: 0, perMessageDeflate: false }
  // The frames have to reach the client in its own context: in that of an own request nothing is intercepted.
  const inCaller = captureContext()
  const socket = runAsOwnRequest(() =>
    runUnintercepted(() => new WebSocket(url, offeredProtocols(headers.get('sec-websocket-protocol')), options)),
  )
  signal.addEventListener('abort', () => socket.terminate(), { once: true })
  return waitForAnswer(socket, inCaller)
}

function isOwnHeader(name: string): boolean {
  return CONNECTION_HEADERS.test(name) || name === 'sec-websocket-protocol'
}

interface InterceptedProcess {
  /** The context in which MSW 3 leaves the next connection alone. */
  readonly __MSW_INTERNAL_CONNECTION_CONTEXT?: { run<Result>(connect: () => Result): Result }
}

function runUnintercepted<Result>(connect: () => Result): Result {
  const { __MSW_INTERNAL_CONNECTION_CONTEXT: context } = globalThis as InterceptedProcess
  return context ? context.run(connect) : connect()
}

function waitForAnswer(socket: WebSocket, inCaller: RunInContext): Promise<Upstream> {
  return new Promise((resolve, reject) => {
    const headers = new Headers()
    // Attached now, because the first frame can arrive together with the handshake.
    const end = bindEnd(toWebSocketEnd(socket), inCaller)
    socket.on('upgrade', (message) => addHeaders(headers, message))
    socket.on('open', () => inCaller(() => resolve({ kind: 'open', end, protocol: socket.protocol, headers })))
    socket.on('unexpected-response', (_request, message) => {
      readResponse(message).then((response) => resolve({ kind: 'refused', response }), reject)
    })
    socket.on('error', reject)
  })
}

/** Calls the listener in the context of the client. */
function bindEnd(end: WebSocketEnd, inCaller: RunInContext): WebSocketEnd {
  return {
    send: (data) => end.send(data),
    close: (close) => end.close(close),
    ...(end.flow && { flow: end.flow }),
    listen: ({ onFrame, onClose }) =>
      end.listen({
        onFrame: (data) => inCaller(() => onFrame(data)),
        onClose: (close) => inCaller(() => onClose(close)),
      }),
  }
}

async function readResponse(message: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk as Uint8Array)
  const { statusCode: status = 500, statusMessage: statusText = '' } = message
  const headers = new Headers()
  addHeaders(headers, message)
  const isBodyless = status === 204 || status === 205 || status === 304
  return new Response(isBodyless ? null : concatBytes(chunks), { status, statusText, headers })
}

function addHeaders(headers: Headers, { rawHeaders }: IncomingMessage): void {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
}
