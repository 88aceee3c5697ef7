import type { IncomingMessage, ServerResponse } from 'node:http'
import { NodeRequest } from 'srvx/node'
import { CassetteError } from '../errors/errors.ts'
import type { ServedAnswer } from './answer-served.ts'
import { isAllowedHost } from './is-allowed-host.ts'
import type { ListenOptions } from './listen-options.ts'
import type { Provider } from './providers.ts'
import { readBody } from './read-body.ts'
import { sendAnswer } from './send-answer.ts'
import { refuse, type ServedSessions, serveRequest } from './serve-request.ts'

/** The parts of a server that answer a request. */
export interface Serving {
  readonly served: ServedSessions
  readonly routes: readonly Provider[]
  readonly options: ListenOptions
}

/** Answers a request of `node:http`. */
export async function answerHttp(message: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  try {
    for (const [name, value] of Object.entries(corsHeaders(message, serving.options))) response.setHeader(name, value)
    await sendAnswer(response, await createAnswer(message, response, serving))
  } catch (error) {
    // The client sees what it would see of a network that fails.
    response.destroy(error instanceof Error ? error : undefined)
  }
}

async function createAnswer(
  message: IncomingMessage,
  response: ServerResponse,
  { options, routes, served }: Serving,
): Promise<ServedAnswer> {
  const { method = 'GET' } = message
  const { host = '127.0.0.1', cors } = options
  const { url, headers, signal } = new NodeRequest({ req: message, res: response })
  const request = { method, url, headers, signal, readBody: () => readBody(message) }
  if (!isAllowedHost(message.headers.host, host)) return refuse(403, describeHost(message.headers.host), request)
  if (method === 'OPTIONS' && cors !== undefined && headers.has('access-control-request-method'))
    return new Response(null, { status: 204 })
  try {
    return await serveRequest(request, routes, served)
  } catch (error) {
    if (error instanceof CassetteError) return refuse(400, error.message, request)
    throw error
  }
}

/** Explains why the `host` of a request is refused. */
export function describeHost(host: string | undefined): string {
  return `This server answers only requests to 127.0.0.1 and localhost, and the header "host" is ${host}. Use the URL that it printed.`
}

function corsHeaders({ headers }: IncomingMessage, { cors }: ListenOptions): Record<string, string> {
  if (cors === undefined) return {}
  return {
    'access-control-allow-origin': cors,
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-allow-methods': headers['access-control-request-method'] ?? '*',
    'access-control-expose-headers': '*',
  }
}
