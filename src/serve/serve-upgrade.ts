import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusalAnswer } from '../answer/refusal.ts'
import { CassetteError } from '../errors/errors.ts'
import { receivedHeaders } from '../http/received-headers.ts'
import { toWebSocketUrl } from '../http/web-socket-url.ts'
import { acceptUpgrade } from '../upgrade/accept-upgrade.ts'
import { writeResponse } from '../upgrade/write-response.ts'
import { describeHost, type Serving } from './answer-http.ts'
import { isAllowedHost } from './is-allowed-host.ts'
import { toUpstreamUrl } from './routes.ts'
import { describeRoutes, findTarget } from './serve-request.ts'

/** A handshake, as a server of `node:http` receives it. */
interface Upgrade {
  readonly message: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
}

/** Answers the handshake of a WebSocket to a server of cassettes. It never throws. */
export async function serveUpgrade(
  { message, socket, head }: Upgrade,
  { served, routes, options }: Serving,
): Promise<void> {
  const headers = receivedHeaders(message)
  const refuse = (status: number, text: string): Promise<void> => {
    const request = { url: `http://localhost${message.url}`, headers }
    return writeResponse(socket, refusalAnswer(text, request, { status, statusText: '' })).catch(() => {})
  }
  const { host = '127.0.0.1', cors } = options
  if (!isAllowedHost(message.headers.host, host)) return refuse(403, describeHost(message.headers.host))
  if (!isAllowedOrigin(message.headers.origin, cors)) return refuse(403, describeOrigin(message.headers.origin))
  if (message.headers.upgrade?.toLowerCase() !== 'websocket')
    return refuse(501, `This server can upgrade connections to WebSockets only, not to ${message.headers.upgrade}.`)
  try {
    const { sessions, path, search } = findTarget(
      new URL(message.url ?? '/', 'http://localhost'),
      headers,
      served.select,
    )
    const url = toUpstreamUrl(path + search, routes)
    if (url === undefined) return refuse(404, describeRoutes(path, routes))
    const fail = (error: unknown): void =>
      void (error instanceof CassetteError ? refuse(400, error.message) : socket.destroy())
    await acceptUpgrade({ sessions, url: toWebSocketUrl(url), message, headers, socket, head, fail })
  } catch (error) {
    await refuse(400, error instanceof Error ? error.message : String(error))
  }
}

/** Browsers let every page connect to a WebSocket, and do not ask the server as they do for a request. */
function isAllowedOrigin(origin: string | undefined, cors: string | undefined): boolean {
  return origin === undefined || cors === '*' || origin === cors
}

function describeOrigin(origin: string | undefined): string {
  return `The page of ${origin} is not allowed to connect to this server. Allow it with { cors: '${origin}' }, or --cors ${origin}.`
}
