import type { IncomingRequest } from './incoming-request.ts'

/** Asks for one response, which may be a redirect. */
export type Hop = (request: IncomingRequest) => Promise<Response>

/**
 * Asks as `fetch` does: after a redirect, where it leads. Each hop is a request of its own, as it was when it was recorded.
 *
 * @param request the first
 * @param redirect the option of `fetch`
 * @param ask asks for one response
 * @returns the last response, with the `url` and `redirected` of one that came from the network
 * @throws TypeError for a redirect without an end or to no address, and for any where `redirect` is `'error'`
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export async function followRedirects(
  request: IncomingRequest,
  redirect: Request['redirect'],
  ask: Hop,
): Promise<Response> {
  let asked = request
  for (let hops = 0; ; hops++) {
    const response = await ask(asked)
    const location = isRedirect(response.status) ? response.headers.get('location') : null
    if (location === null || redirect === 'manual') return describe(response, asked.url, hops)
    await response.body?.cancel()
    if (redirect === 'error') throw fail(new Error('unexpected redirect'))
    if (hops === MAX_HOPS) throw fail(new Error('redirect count exceeded'))
    asked = redirectTo(location, asked, response.status)
  }
}

const MAX_HOPS = 20

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function redirectTo(location: string, request: IncomingRequest, status: number): IncomingRequest {
  const url = resolveLocation(location, request.url)
  const headers = new Headers(request.headers)
  if (url.origin !== new URL(request.url).origin)
    drop(headers, ['authorization', 'proxy-authorization', 'cookie', 'host'])
  const { method } = request
  const becomesGet = status === 303 ? method !== 'GET' && method !== 'HEAD' : status < 303 && method === 'POST'
  if (!becomesGet) return { ...request, url: url.href, headers }
  drop(headers, ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length'])
  return { ...request, method: 'GET', url: url.href, headers, body: new Uint8Array() }
}

function resolveLocation(location: string, base: string): URL {
  try {
    return new URL(location, base)
  } catch (error) {
    throw fail(error)
  }
}

function drop(headers: Headers, names: readonly string[]): void {
  for (const name of names) headers.delete(name)
}

/** `fetch` says why in the cause. */
function fail(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause })
}

/** What only the network itself can set. */
function describe(response: Response, url: string, hops: number): Response {
  return Object.defineProperties(response, {
    url: { value: url.replace(/#.*/, ''), configurable: true },
    redirected: { value: hops > 0, configurable: true },
  })
}
