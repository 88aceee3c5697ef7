import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { CassetteError } from '../errors/errors.ts'
import { isAllowedHost } from './is-allowed-host.ts'
import type { ListenOptions } from './listen-options.ts'
import type { Provider } from './providers.ts'
import { BodyTooLargeError, readMessage, type ServedRequest } from './read-message.ts'
import { sendResponse } from './send-response.ts'
import { refuse, type ServedSessions, serveRequest } from './serve-request.ts'

/** The parts of a server that answer a request. */
export interface Serving {
  readonly served: ServedSessions
  readonly routes: readonly Provider[]
  readonly options: ListenOptions
}

/** Answers a request of `node:http`. */
export async function answerHttp(message: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const request = readMessage(message, response)
  try {
    for (const [name, value] of Object.entries(corsHeaders(request, serving.options))) response.setHeader(name, value)
    const answer = await createAnswer(request, serving)
    await sendResponse(response, answer)
  } catch (error) {
    // The client sees what it would see of a network that fails.
    response.destroy(error instanceof Error ? error : undefined)
  }
}

async function createAnswer(request: ServedRequest, serving: Serving): Promise<Response> {
  const { method, headers } = request
  const { host: bound = '127.0.0.1', cors } = serving.options
  const host = headers.get('host')
  if (!isAllowedHost(host, bound)) return refuse(403, describeHost(host), request)
  if (method === 'OPTIONS' && cors !== undefined && headers.has('access-control-request-method'))
    return new Response(null, { status: 204 })
  try {
    return await serveRequest(request, serving.routes, serving.served)
  } catch (error) {
    if (error instanceof BodyTooLargeError) return refuse(413, error.message, request)
    if (error instanceof CassetteError) return refuse(400, error.message, request)
    throw error
  }
}

function describeHost(host: string | null): string {
  return `This server answers only requests to 127.0.0.1 and localhost, and the header "host" is ${host}. Use the URL that it printed.`
}

function corsHeaders({ headers }: ServedRequest, { cors }: ListenOptions): Record<string, string> {
  if (cors === undefined) return {}
  return {
    'access-control-allow-origin': cors,
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? '*',
    'access-control-allow-methods': headers.get('access-control-request-method') ?? '*',
    'access-control-expose-headers': '*',
  }
}

/** Refuses a WebSocket. */
export function refuseUpgrade({ headers, url = '/' }: IncomingMessage, socket: Duplex): void {
  const message = `This server can't record or replay WebSockets yet, so it refused the upgrade (${headers.upgrade}) to ${url}.`
  socket.end(
    `HTTP/1.1 501 Not Implemented\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
  )
}
