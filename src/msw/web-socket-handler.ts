import { WebSocketHandler } from 'msw'
import { activeSessions } from '../scope/active-sessions.ts'
import type { Session } from '../session/session.ts'
import { refuseStranded } from '../upgrade/stranded-upgrades.ts'
import { keepAlive } from './handler-lifetime.ts'
import { guardWebSocket, type UnhandledPolicy } from './unhandled-policy.ts'

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
    // Not all members: in Chromium, MSW can't copy those of an event.
    const { client, server, info } = connection
    if (taken.has(client) || refuseStranded(client.url.href)) return null
    const found = this.#find(client.url.href)
    if (found) taken.add(client)
    // Most sessions open no WebSocket.
    const { answerClient, failIfRefused } = await import('./web-socket-client.ts')
    if (!found) return failIfRefused(connection)
    await answerClient(found, connection)
    return { client, server, info, params: {} }
  }

  /** A cassette shows what it answers in its own way. */
  override log(): () => void {
    return () => {}
  }
}
