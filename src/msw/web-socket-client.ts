import { CassetteSessionError } from '../errors/errors.ts'
import type { WebSocketAnswer } from '../http/answer.ts'
import type { ConnectionClose, FrameData, WebSocketEnd } from '../http/web-socket-end.ts'
import { onTick } from '../platform/tick.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { Session } from '../session/session.ts'
import { answerHandshake } from '../upgrade/answer-handshake.ts'
import { type SentData, toFrameData, toReceivedData } from '../upgrade/frame-data.ts'
import { BROKEN, errorEvent } from '../upgrade/web-socket-events.ts'
import { closedEnd } from '../websocket/closed-end.ts'

/** The client of a connection, as both versions of MSW pass it to a handler. */
interface MswClient {
  readonly url: URL
  /** The object that the code under test holds. */
  readonly socket: WebSocket
  send(data: string | ArrayBuffer | Blob): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'message', listener: (event: MessageEvent<SentData>) => void): void
  addEventListener(type: 'close', listener: (event: CloseEvent) => void): void
}

/** A connection that MSW passes to a handler. */
interface Connection {
  /** Has the members of `MswClient`. */
  readonly client: object
  readonly server: { connect(): void }
  readonly info: { readonly protocols?: string | string[] | undefined }
}

/**
 * Answers a client. MSW opens its connection after that, unless it has failed.
 *
 * @param answer the sessions that answer it, or why it is refused
 */
export async function answerClient(answer: readonly Session[] | Error, connection: Connection): Promise<void> {
  const client = connection.client as MswClient
  if (answer instanceof Error) failClient(client, answer)
  else await answerFrom(answer, client, connection)
}

async function answerFrom(
  sessions: readonly Session[],
  client: MswClient,
  { server, info }: Connection,
): Promise<void> {
  const offered = [info.protocols ?? []].flat()
  const leaving = new AbortController()
  client.addEventListener('close', () => leaving.abort())
  const headers = new Headers(offered.length > 0 ? { 'sec-websocket-protocol': offered.join(', ') } : {})
  const answer = await answerHandshake(sessions, { url: client.url.href, headers, signal: leaving.signal })
  if (answer.kind === 'passthrough') server.connect()
  else if (answer.kind === 'network-error') failClient(client, answer.error)
  else if (answer.kind === 'response')
    failClient(client, new Error(`Unexpected server response: ${answer.init.status}`))
  else if (leaving.signal.aborted) answer.connect(closedEnd)
  else connectWhenOpen(client, answer)
}

function connectWhenOpen(client: MswClient, { protocol = '', connect }: WebSocketAnswer): void {
  const { socket } = client
  // MSW sets the first one that the client offers.
  Object.defineProperty(socket, 'protocol', { configurable: true, enumerable: true, get: () => protocol, set() {} })
  socket.addEventListener('open', () => connect(toWebSocketEnd(client)), { once: true })
}

/** Wraps the client of an open connection. */
function toWebSocketEnd(client: MswClient): WebSocketEnd {
  return {
    send(data) {
      client.send(toReceivedData(data, client.socket.binaryType))
      return undefined
    },
    close: (close) => closeClient(client, close),
    listen({ onFrame, onClose }) {
      // A `Blob` is read first, and keeps its place.
      let delivered: Promise<void> | undefined
      const deliver = (frame: FrameData | Promise<FrameData>): void => {
        if (!delivered && !(frame instanceof Promise)) onFrame(frame)
        else delivered = Promise.all([frame, delivered]).then(([data]) => onFrame(data))
      }
      client.addEventListener('message', ({ data }) => deliver(toFrameData(data)))
      client.addEventListener('close', ({ code, reason }) => {
        void Promise.resolve(delivered).then(() => onClose({ code, reason }))
      })
    },
  }
}

/** Fails a connection that is not open yet, with the whole text of an error. */
function failClient(client: Pick<MswClient, 'socket' | 'close'>, error: unknown): void {
  client.socket.dispatchEvent(errorEvent(error))
  closeClient(client, { code: BROKEN, reason: '' })
}

/**
 * Makes a connection that nothing answers fail if MSW refuses it. MSW only dispatches an error, and then opens the connection, so that
 * the code under test waits forever.
 *
 * @returns null, with which a handler leaves the connection to others
 */
export function failIfRefused({ client: refused }: Pick<Connection, 'client'>): null {
  const client = refused as MswClient
  const { socket } = client
  Object.assign(socket, {
    dispatchEvent(event: Event) {
      Reflect.deleteProperty(socket, 'dispatchEvent')
      const isRefused = event.type === 'error' && 'cause' in event && socket.readyState === socket.CONNECTING
      if (!isRefused) return socket.dispatchEvent(event)
      failClient(client, unhandledError(client.url.href))
      return true
    },
  })
  return null
}

/** The errors that MSW 2 dispatches in this task. */
let refusals: Set<unknown> | undefined

/**
 * Does the same in MSW 2 for a connection whose URL is all that is known: the event shows the client.
 *
 * @returns the error to throw
 */
export function failNextRefused(url: string): Error {
  const error = unhandledError(url)
  refusals ??= watchEvents()
  refusals.add(error)
  return error
}

/** Watches the events of all targets until the end of this task. */
function watchEvents(): Set<unknown> {
  const { prototype } = EventTarget
  const { dispatchEvent } = prototype
  const expected = new Set<unknown>()
  prototype.dispatchEvent = function (event) {
    const error = 'cause' in event ? event.cause : undefined
    if (!expected.delete(error)) return dispatchEvent.call(this, event)
    const socket = this as WebSocket
    failClient({ socket, close: (...args) => socket.close(...args) }, error)
    return true
  }
  onTick(() => {
    prototype.dispatchEvent = dispatchEvent
    refusals = undefined
  })
  return expected
}

function unhandledError(url: string): Error {
  return new CassetteSessionError(
    `No handler answers the WebSocket ${maskUrl(url)}, and connections don't reach the network by accident.`,
  )
}

/** MSW's own `close` is always a clean one. */
function closeClient(client: Pick<MswClient, 'socket' | 'close'>, { code, reason }: ConnectionClose): void {
  const { socket } = client
  const key = Object.getOwnPropertySymbols(Object.getPrototypeOf(socket)).find(
    ({ description }) => description === 'kClose',
  )
  const close: unknown = key && Reflect.get(socket, key)
  if (code === BROKEN && typeof close === 'function') close.call(socket, code, reason, false)
  else client.close(code, reason)
}
