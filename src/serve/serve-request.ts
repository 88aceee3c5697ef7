import { toRefusalBody } from '../answer/refusal-body.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { isError } from '../platform/cross-realm.ts'
import type { Session } from '../session/session.ts'
import type { Provider } from './providers.ts'
import { toUpstreamUrl } from './routes.ts'
import { toStatus } from './status.ts'

/** The session of a server, with the function that answers one hop of a request from it. */
export interface ServedSession {
  readonly session: Session
  /** Answers a request for the address of a provider, as `session.fetch` does. */
  readonly answer: (request: IncomingRequest) => Promise<Response>
}

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
  { session, answer }: ServedSession,
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  if (pathname === CONTROL || pathname.startsWith(`${CONTROL}/`)) return control(request.method, pathname, session)
  const url = toUpstreamUrl(pathname + search, routes)
  if (url === undefined) return refuse(404, describeRoutes(pathname, routes), request)
  const body = new Uint8Array(await request.arrayBuffer())
  const { method, signal } = request
  return answer({ method, url, headers: new Headers([...request.headers]), body, signal })
}

/** For tests in any language. */
async function control(method: string, path: string, session: Session): Promise<Response> {
  const action = `${method} ${path.slice(CONTROL.length)}`
  if (action === 'GET ') return Response.json(toStatus(session))
  if (action === 'POST /rewind') {
    session.rewind()
    return Response.json(toStatus(session))
  }
  if (action === 'POST /verify') return verify(session)
  const known = `GET ${CONTROL}, POST ${CONTROL}/rewind, POST ${CONTROL}/verify`
  return Response.json({ message: `There is no ${method} ${path}. Known: ${known}.` }, { status: 404 })
}

/** 409 if the session has failures. */
async function verify(session: Session): Promise<Response> {
  try {
    await session.save()
    session.verify()
    return Response.json(toStatus(session))
  } catch (error) {
    return Response.json(
      { message: isError(error) ? error.message : String(error), ...toStatus(session) },
      { status: 409 },
    )
  }
}

/** Creates an error response whose message the SDKs show. */
export function refuse(status: number, message: string, { url, headers }: Pick<Request, 'url' | 'headers'>): Response {
  const body = toRefusalBody(message, { url, headers: new Headers([...headers]) })
  return new Response(body, { status, headers: { 'content-type': 'application/json', 'x-should-retry': 'false' } })
}

function describeRoutes(path: string, routes: readonly Provider[]): string {
  const names = routes.map(({ name, origin }) => (origin.includes('{}') ? `/${name}/{place}` : `/${name}`))
  return (
    `No route of this server begins like ${path}. The path begins with the name of a provider: ${names.join(', ')}. Add another ` +
    "with { routes: { name: 'https://…' } }, or --route name=https://…."
  )
}
