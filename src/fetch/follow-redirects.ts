import type { ResponseAnswer } from '../http/answer.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** The limit of `fetch`. */
const MAX_HOPS = 20

const BODY_HEADERS = ['content-encoding', 'content-language', 'content-length', 'content-location', 'content-type']
const ORIGIN_HEADERS = ['authorization', 'cookie', 'host', 'proxy-authorization']

/** A request whose head is available immediately, and its body after it was read. */
export interface LazyRequest {
  readonly head: Pick<IncomingRequest, 'method' | 'url' | 'headers'>
  /** Given if the body is available too. */
  readonly complete?: IncomingRequest
  /** Can be called several times. */
  read(): Promise<IncomingRequest>
}

/** A request whose body is available already. */
export function toLazyRequest(request: IncomingRequest): LazyRequest {
  return { head: request, complete: request, read: async () => request }
}

/** The part of an answer that redirects depend on. A `Response` has it. */
interface RedirectingAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: ResponseAnswer['body']
}

/** The last answer of several requests. */
interface Followed<Answer> {
  readonly answer: Answer
  /** The URL of the request that it answers. */
  readonly url: string
  readonly hops: number
}

/** Follows redirects with `followHops`, and returns the last response with its URL. */
export async function followRedirects(
  request: LazyRequest,
  redirect: RequestRedirect,
  fetchHop: (request: LazyRequest) => Promise<Response>,
): Promise<Response> {
  const { answer, url, hops } = await followHops(request, redirect, fetchHop)
  return withUrl(answer, url, hops > 0)
}

/**
 * Follows redirects as `fetch` does. Each hop is a request of its own.
 *
 * @param request the first request
 * @param redirect the option `redirect` of `fetch`
 * @param fetchHop answers one request without following redirects; called synchronously with the first one
 * @throws TypeError as `fetch` does, for a redirect that is not allowed, has no valid target, or never ends
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export async function followHops<Answer extends RedirectingAnswer>(
  request: LazyRequest,
  redirect: RequestRedirect,
  fetchHop: (request: LazyRequest) => Promise<Answer>,
): Promise<Followed<Answer>> {
  let current = request
  for (let hops = 0; ; hops++) {
    const answer = await fetchHop(current)
    const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null
    const { url } = current.head
    if (location === null || redirect === 'manual') return { answer, url, hops }
    // A recorded body begins only when it is read.
    if (isStream(answer.body)) await answer.body.cancel()
    if (redirect === 'error') fail(new Error('unexpected redirect'))
    if (hops === MAX_HOPS) fail(new Error('redirect count exceeded'))
    current = toLazyRequest(toNextRequest(await current.read(), answer.status, toTarget(location, url)))
  }
}

function isStream(body: ResponseAnswer['body']): body is ReadableStream<Uint8Array> {
  return typeof body === 'object' && body !== null && 'cancel' in body
}

/** `fetch` gives the reason in the cause. */
function fail(cause: unknown): never {
  throw new TypeError('fetch failed', { cause })
}

/** A `Response` that was created by hand has no URL. */
function withUrl(response: Response, url: string, redirected: boolean): Response {
  Object.defineProperty(response, 'url', { value: url.replace(/#.*/, ''), configurable: true })
  // Without a redirect, it has the right value already, and a definition takes time.
  return redirected ? Object.defineProperty(response, 'redirected', { value: true, configurable: true }) : response
}

function toTarget(location: string, base: string): URL {
  const target = resolveLocation(location, base)
  return /^https?:$/.test(target.protocol) ? target : fail(new Error(`the redirect leads to ${location}`))
}

function resolveLocation(location: string, base: string): URL {
  try {
    return new URL(location, base)
  } catch (error) {
    return fail(error)
  }
}

function toNextRequest(request: IncomingRequest, status: number, target: URL): IncomingRequest {
  const headers = new Headers(request.headers)
  const isOtherOrigin = new URL(request.url).origin !== target.origin
  for (const name of isOtherOrigin ? ORIGIN_HEADERS : []) headers.delete(name)
  const { method } = request
  const becomesGet = status === 303 ? method !== 'GET' && method !== 'HEAD' : status < 303 && method === 'POST'
  if (!becomesGet) return { ...request, headers, url: target.href }
  for (const name of BODY_HEADERS) headers.delete(name)
  return { ...request, headers, url: target.href, method: 'GET', body: new Uint8Array() }
}
