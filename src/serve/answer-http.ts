import type { IncomingMessage, ServerResponse } from 'node:http'
import { NodeRequest, sendNodeResponse } from 'srvx/node'
import { CassetteError } from '../errors/errors.ts'
import { isAllowedHost } from './is-allowed-host.ts'
import type { ListenOptions } from './listen-options.ts'
import type { Provider } from './providers.ts'
import { refuse, type ServedSessions, serveRequest } from './serve-request.ts'

/** The parts of a server that answer a request. */
export interface Serving {
  readonly served: ServedSessions
  readonly routes: readonly Provider[]
  readonly options: ListenOptions
}

/** In bytes. A longer request is refused. */
const MAX_BODY_BYTES = 256 * 1024 * 1024

/** Answers a request of `node:http`. */
export async function answerHttp(message: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const request = new NodeRequest({ req: message, res: response, maxRequestBodySize: MAX_BODY_BYTES })
  try {
    for (const [name, value] of Object.entries(corsHeaders(request, serving.options))) response.setHeader(name, value)
    const answer = await createAnswer(request, message, serving)
    const sent = sendNodeResponse(response, answer)
    // The client gets the head before the first event.
    if (response.headersSent) response.flushHeaders()
    await sent
  } catch (error) {
    // The client sees what it would see of a network that fails.
    response.destroy(error instanceof Error ? error : undefined)
  }
}

async function createAnswer(
  request: Request,
  { headers, method }: IncomingMessage,
  serving: Serving,
): Promise<Response> {
  const { host = '127.0.0.1', cors } = serving.options
  if (!isAllowedHost(headers.host, host)) return refuse(403, describeHost(headers.host), request)
  if (method === 'OPTIONS' && cors !== undefined && headers['access-control-request-method'] !== undefined)
    return new Response(null, { status: 204 })
  if (Number(headers['content-length']) > MAX_BODY_BYTES) return refuse(413, TOO_LARGE, request)
  try {
    return await serveRequest(request, serving.routes, serving.served)
  } catch (error) {
    if (isTooLarge(error)) return refuse(413, TOO_LARGE, request)
    if (error instanceof CassetteError) return refuse(400, error.message, request)
    throw error
  }
}

const TOO_LARGE = `The body of this request is larger than ${MAX_BODY_BYTES} bytes, which is the limit of this server.`

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 413
}

/** Explains why the `host` of a request is refused. */
export function describeHost(host: string | undefined): string {
  return `This server answers only requests to 127.0.0.1 and localhost, and the header "host" is ${host}. Use the URL that it printed.`
}

function corsHeaders({ headers }: Request, { cors }: ListenOptions): Record<string, string> {
  if (cors === undefined) return {}
  return {
    'access-control-allow-origin': cors,
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? '*',
    'access-control-allow-methods': headers.get('access-control-request-method') ?? '*',
    'access-control-expose-headers': '*',
  }
}
