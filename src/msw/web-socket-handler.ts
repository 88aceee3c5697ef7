import { WebSocketHandler } from 'msw'
import { CassetteSessionError } from '../errors/errors.ts'
import type { WebSocketAnswer } from '../http/answer.ts'
import { activeSessions } from '../scope/active-sessions.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { Session } from '../session/session.ts'
import { answerHandshake } from '../upgrade/answer-handshake.ts'
import { closedEnd } from '../websocket/closed-end.ts'
import { keepAlive } from './handler-lifetime.ts'
import { guardWebSocket, type UnhandledPolicy } from './unhandled-policy.ts'
import { failClient, failIfRefused, type MswClient, toWebSocketEnd } from './web-socket-client.ts'

type Connection = Parameters<WebSocketHandler['run']>[0]
type HandledConnection = Awaited<ReturnType<WebSocketHandler['run']>>

/** The connections that a handler answers. A server passes each of them to all of its handlers. */
const taken = new WeakSet<object>()

/** How a handler finds the sessions that answer a WebSocket; an error refuses it, and undefined leaves it alone. */
type FindSessions = (url: string) => readonly Session[] | Error | undefined

/**
 * Creates the handler that answers the global `WebSocket` for a session, and for the other active sessions.
 *
 * @param session undefined for a handler that only answers for active sessions
 */
export function createWebSocketHandler(session?: Session): WebSocketHandler {
  return new CassetteWebSocketHandler((url) => {
    if (session) keepAlive(session)
    const sessions = activeSessions(session).filter(({ coverage }) => {
      if (!coverage.handlesUrl(url)) coverage.noteUnanswered(url)
      return coverage.handlesUrl(url)
    })
    return sessions.length > 0 ? sessions : undefined
  })
}

/** Creates the handler that comes after all others, see `createFallbackHandler`. */
export function createWebSocketGuard(policy: UnhandledPolicy): WebSocketHandler {
  return new CassetteWebSocketHandler((url) => guardWebSocket(url, policy))
}

/**
 * Not `ws.link` of MSW: it also answers the handshakes of the package `ws`, with a connection that carries no frames.
 */
class CassetteWebSocketHandler extends WebSocketHandler {
  readonly #find: FindSessions

  constructor(find: FindSessions) {
    super(/^/)
    this.#find = find
  }

  override async run(connection: Connection): Promise<HandledConnection> {
    const client = connection.client as unknown as MswClient
    if (taken.has(client)) return null
    const found = this.#find(client.url.href)
    if (!found) {
      failIfRefused(client, () => unhandledError(client))
      return null
    }
    taken.add(client)
    if (found instanceof Error) failClient(client, found)
    else await answerClient(found, connection)
    return { ...connection, params: {} }
  }

  /** A cassette shows what it answers in its own way. */
  override log(): () => void {
    return () => {}
  }
}

/** The connection opens when `run` has returned, unless it has failed. */
async function answerClient(
  sessions: readonly Session[],
  { client: mswClient, server, info }: Connection,
): Promise<void> {
  const client = mswClient as unknown as MswClient
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

/** The error of a connection that MSW refuses because nothing answers it. */
export function unhandledError({ url }: MswClient): Error {
  return new CassetteSessionError(
    `No handler answers the WebSocket ${maskUrl(url.href)}, and connections don't reach the network by accident.`,
  )
}
