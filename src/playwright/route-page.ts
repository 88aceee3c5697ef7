import type { BrowserContext, Page, Request as PageRequest, Route, WebSocketRoute } from '@playwright/test'
import { refusalAnswer } from '../answer/refusal.ts'
import { parseMultipart } from '../body/multipart.ts'
import { CassetteSessionError } from '../errors/errors.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { toHttpUrl } from '../http/web-socket-url.ts'
import type { PublicSession } from '../open/public-session.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { isRemote } from '../session/covered-hosts.ts'
import { passesThrough } from '../session/passes-through.ts'

/** A page, or a context with all its pages and service workers. */
export type RouteTarget = Pick<Page | BrowserContext, 'route' | 'routeWebSocket'>

/** The requests to route, as the first parameter of Playwright's `page.route`. */
export type UrlMatch = Parameters<Page['route']>[0]

/**
 * Answers the requests of a page from a session.
 *
 * @param session the session
 * @param target the page or its context
 * @param url which requests; default: those to other machines and to the hosts of the session, and then WebSockets are closed
 */
export async function routePage(session: PublicSession, target: RouteTarget, url?: UrlMatch): Promise<void> {
  const isAnswered = (each: URL): boolean => isRemote(each) || session.coverage.handlesUrl(each.href)
  await target.route(url ?? isAnswered, (route) => answerRoute(session, route))
  if (url === undefined) await target.routeWebSocket((each) => isAnswered(toHttp(each)), refuseWebSocket)
}

function toHttp({ href }: URL): URL {
  return new URL(toHttpUrl(href))
}

/** 1008: the connection violates a policy. */
function refuseWebSocket(socket: WebSocketRoute): Promise<void> {
  return socket.close({ code: 1008, reason: "msw-cassette can't record or replay WebSockets." })
}

async function answerRoute(session: PublicSession, route: Route): Promise<void> {
  try {
    const request = await readPageRequest(route.request())
    if (passesThrough(request, session.options)) await route.fallback()
    else await fulfill(route, isUpload(request) ? refuseUpload(session, request) : await send(session, request))
  } catch {
    // A network that fails, or a page that is gone. All other errors are kept in the session.
    await route.abort().catch(() => {})
  }
}

/** A request of a page, whose headers are an object of the platform. */
type RoutedRequest = HttpRequest & { readonly headers: Headers }

async function readPageRequest(request: PageRequest): Promise<RoutedRequest> {
  const headers = new Headers(await request.allHeaders())
  const body = new Uint8Array(request.postDataBuffer() ?? [])
  return { method: request.method(), url: request.url(), headers, body }
}

/** Redirects are followed here: Playwright does not route the request to which a redirect leads. */
function send(session: PublicSession, { method, url, headers, body }: RoutedRequest): Promise<Response> {
  return session.fetch(url, { method, headers, ...(body.length > 0 && { body: new Uint8Array(body) }) })
}

async function fulfill(route: Route, response: Response): Promise<void> {
  const { headers, status } = response
  const cookies = headers.getSetCookie()
  await route.fulfill({
    status,
    body: Buffer.from(await response.arrayBuffer()),
    headers: {
      // Playwright adds the header that lets the page read a response of another origin.
      'access-control-expose-headers': '*',
      ...Object.fromEntries(headers),
      ...(cookies.length > 0 && { 'set-cookie': cookies.join('\n') }),
    },
  })
}

/** Playwright leaves out the content of files that a form contains. */
function isUpload({ headers, body }: RoutedRequest): boolean {
  const type = headers.get('content-type') ?? ''
  if (!/^multipart\/form-data/i.test(type)) return false
  return (parseMultipart(body, type) ?? []).some(
    ({ headers, content }) => content.length === 0 && headers.some((header) => /filename="[^"]/i.test(header)),
  )
}

function refuseUpload(session: PublicSession, request: RoutedRequest): Response {
  const message =
    `Playwright does not report the content of the files in ${request.method} ${maskUrl(request.url)}, so cassette.route() can't ` +
    'record or replay it. Let the page send it to the URL of cassette.listen({ cors: "*" }).'
  session.setFailure(new CassetteSessionError(message))
  const { body, init } = refusalAnswer(message, request)
  return new Response(body, init)
}
