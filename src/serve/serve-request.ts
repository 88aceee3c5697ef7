import { STATUS_CODES } from 'node:http'
import { refusalAnswer } from '../answer/refusal.ts'
import { concatBytes } from '../bytes/concat-bytes.ts'
import { CassetteSessionError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import type { Session } from '../session/session.ts'
import { pointToServer } from './point-to-server.ts'
import type { Provider } from './providers.ts'
import { toUpstreamUrl } from './routes.ts'
import { toStatus } from './status.ts'
import { verifySessions } from './verify-sessions.ts'

/** The sessions of a server, with the function that answers a request from them. */
export interface ServedSessions {
  /**
   * Finds the sessions that answer a request, in the order in which they are searched.
   *
   * @param name the cassette that the request names; without a name, all
   * @throws CassetteError if there is no such cassette
   */
  readonly select: (name: string | undefined) => readonly Session[]
  /** Answers a request for the address of a provider, as `session.fetch` does. */
  readonly answer: (sessions: readonly Session[], request: IncomingRequest) => Promise<Response>
}

/** The header that names a cassette, and the path that does so for clients without headers: `/@name/openai/v1/models`. */
const NAME_HEADER = 'x-cassette'
const NAME_PATH = /^\/@([^/]+)(.*)$/s

/** The paths under which a server reports its session. */
const CONTROL = '/__cassette'

/**
 * Answers a request to a server of cassettes.
 *
 * @param request the request as the server received it
 * @throws the error with which `session.fetch` would fail
 */
export async function serveRequest(
  request: Request,
  routes: readonly Provider[],
  { select, answer }: ServedSessions,
): Promise<Response> {
  const { origin, pathname, search } = new URL(request.url)
  const [, named, path = pathname] = NAME_PATH.exec(pathname) ?? []
  const sessions = select(named === undefined ? (request.headers.get(NAME_HEADER) ?? undefined) : decodeName(named))
  if (path === CONTROL || path.startsWith(`${CONTROL}/`)) return control(request.method, path, sessions)
  const url = toUpstreamUrl(path + search, routes)
  if (url === undefined) return refuse(404, describeRoutes(path, routes), request)
  const body = await readBody(request)
  const { method, signal } = request
  const headers = new Headers([...request.headers])
  headers.delete(NAME_HEADER)
  const answered = await answer(sessions, { method, url, headers, body, signal })
  return pointToServer(answered, named === undefined ? origin : `${origin}/@${named}`, routes)
}

/** Not `arrayBuffer`, for which srvx creates a `Request` of the platform: that takes longer than finding the answer. */
async function readBody({ body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body ?? []) chunks.push(chunk)
  return concatBytes(chunks)
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw new CassetteSessionError(`The path names the cassette "${encoded}", which is not valid percent-encoding.`)
  }
}

/** For tests in any language. */
async function control(method: string, path: string, sessions: readonly Session[]): Promise<Response> {
  const action = `${method} ${path.slice(CONTROL.length)}`
  if (action === 'GET ') return Response.json(toStatus(sessions))
  if (action === 'POST /rewind') {
    for (const session of sessions) session.rewind()
    return Response.json(toStatus(sessions))
  }
  if (action === 'POST /verify') return verify(sessions)
  const known = `GET ${CONTROL}, POST ${CONTROL}/rewind, POST ${CONTROL}/verify`
  return Response.json({ message: `There is no ${method} ${path}. Known: ${known}.` }, { status: 404 })
}

/** Answers 409 if a session has failures. */
async function verify(sessions: readonly Session[]): Promise<Response> {
  const failures = await verifySessions(sessions)
  const status = toStatus(sessions)
  return Response.json({ ...status, failures }, { status: failures.length > 0 ? 409 : 200 })
}

/** Creates an error response whose message the SDKs show. */
export function refuse(status: number, message: string, { url, headers }: Pick<Request, 'url' | 'headers'>): Response {
  // The headers of srvx are not those of the platform.
  const client = { url, headers: new Headers([...headers]) }
  const { body, init } = refusalAnswer(message, client, { status, statusText: STATUS_CODES[status] ?? '' })
  return new Response(body, init)
}

function describeRoutes(path: string, routes: readonly Provider[]): string {
  const names = routes.map(({ name, origin }) => (origin.includes('{}') ? `/${name}/{place}` : `/${name}`))
  return (
    `No route of this server begins like ${path}. The path begins with the name of a provider: ${names.join(', ')}. Add another ` +
    "with { routes: { name: 'https://…' } }, or --route name=https://…."
  )
}
