import { STATUS_CODES } from 'node:http'
import { refusalAnswer } from '../answer/refusal.ts'
import type { RefusedRequest } from '../answer/refusal-body.ts'
import { CassetteSessionError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import type { Session } from '../session/session.ts'
import { answerServed, type ServedAnswer, toServedAnswer } from './answer-served.ts'
import { pointToServer } from './point-to-server.ts'
import type { Provider } from './providers.ts'
import { MAX_BODY_BYTES, type readBody } from './read-body.ts'
import { toUpstreamUrl } from './routes.ts'
import { toStatus } from './status.ts'
import { verifySessions } from './verify-sessions.ts'

/** The sessions of a server. */
export interface ServedSessions {
  /**
   * Finds the sessions that answer a request, in the order in which they are searched.
   *
   * @param name the cassette that the request names; without a name, all
   * @throws CassetteError if there is no such cassette
   */
  readonly select: (name: string | undefined) => readonly Session[]
}

/** A request as the server received it, before its body is read. */
export interface ReceivedRequest extends Omit<IncomingRequest, 'body'> {
  /** See `readBody`. */
  readonly readBody: () => ReturnType<typeof readBody>
}

/** The header that names a cassette, and the path that does so for clients without headers: `/@name/openai/v1/models`. */
const NAME_HEADER = 'x-cassette'
const NAME_PATH = /^\/@([^/]+)(.*)$/s

/** The origin, the path and the query of a URL. An empty query is none. */
const PARTS = /^(https?:\/\/[^/?#]*)([^?#]*)(\?[^#]+)?/

/** The paths under which a server reports its session. */
const CONTROL = '/__cassette'

/**
 * Answers a request to a server of cassettes.
 *
 * @throws the error with which `session.fetch` would fail
 */
export async function serveRequest(
  request: ReceivedRequest,
  routes: readonly Provider[],
  { select }: ServedSessions,
): Promise<ServedAnswer> {
  const { method, headers, signal } = request
  // srvx has normalized it, and only the path matters here: parsing it again would take longer than finding the answer.
  const [, origin = '', pathname = '/', query = ''] = PARTS.exec(request.url) ?? []
  const { sessions, name, path, search } = findTarget({ pathname, search: query }, headers, select)
  if (path === CONTROL || path.startsWith(`${CONTROL}/`)) return control(method, path, sessions)
  const url = toUpstreamUrl(path + search, routes)
  if (url === undefined) return refuse(404, describeRoutes(path, routes), request)
  const body = await request.readBody()
  if (body === 'too-large') return refuse(413, TOO_LARGE, request)
  const answered = await answerServed(sessions, { method, url, headers, body, signal })
  return pointToServer(answered, origin + (name === undefined ? '' : `/@${name}`), routes)
}

/** The sessions that answer a request, and the rest of its address. */
interface Target {
  readonly sessions: readonly Session[]
  /** The name of the cassette in the path, as it is encoded there. */
  readonly name: string | undefined
  readonly path: string
  readonly search: string
}

/**
 * Finds the sessions of a request to a server of cassettes.
 *
 * @param headers the name of a cassette is removed from them
 * @throws CassetteError if there is no such cassette
 */
export function findTarget(
  { pathname, search }: Pick<URL, 'pathname' | 'search'>,
  headers: Headers,
  select: ServedSessions['select'],
): Target {
  const [, named, path = pathname] = NAME_PATH.exec(pathname) ?? []
  const inHeader = headers.get(NAME_HEADER) ?? undefined
  const sessions = select(named === undefined ? inHeader : decodeName(named))
  if (inHeader !== undefined) headers.delete(NAME_HEADER)
  return { sessions, name: named, path, search }
}

const TOO_LARGE = `The body of this request is larger than ${MAX_BODY_BYTES} bytes, which is the limit of this server.`

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
export function refuse(status: number, message: string, request: RefusedRequest): ServedAnswer {
  return toServedAnswer(refusalAnswer(message, request, { status, statusText: STATUS_CODES[status] ?? '' }))
}

/** Lists the routes of a server, for a path that belongs to none of them. */
export function describeRoutes(path: string, routes: readonly Provider[]): string {
  const names = routes.map(({ name, origin }) => (origin.includes('{}') ? `/${name}/{place}` : `/${name}`))
  return (
    `No route of this server begins like ${path}. The path begins with the name of a provider: ${names.join(', ')}. Add another ` +
    "with { routes: { name: 'https://…' } }, or --route name=https://…."
  )
}
