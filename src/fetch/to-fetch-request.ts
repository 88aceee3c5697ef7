import { type IncomingRequest, readRequest } from '../http/incoming-request.ts'
import type { LazyRequest } from './follow-redirects.ts'

/** What `fetch` is called with. */
interface FetchArguments {
  readonly request: LazyRequest
  readonly redirect: Request['redirect']
}

/**
 * Reads the arguments of a `fetch`. Without a `Request` where it can be: making one costs more than all the rest.
 *
 * @throws TypeError for what `fetch` does not take: a relative URL, a GET with a body
 */
export function toFetchRequest(input: RequestInfo | URL, init?: RequestInit): FetchArguments {
  const quick = input instanceof Request ? undefined : toQuickRequest(String(input), init ?? {})
  if (quick) return { request: { head: quick, read: async () => quick }, redirect: init?.redirect ?? 'follow' }
  const head = new Request(input, init)
  const whole = readRequest(head).then((request) => ({
    ...request,
    // The signal of a Request that nobody holds on to is forgotten with the next garbage collection.
    signal: init?.signal ?? (input instanceof Request ? input.signal : request.signal),
  }))
  return { request: { head, read: () => whole }, redirect: head.redirect }
}

/** Undefined for what is not plain, and may be no request at all. */
function toQuickRequest(input: string, init: RequestInit): IncomingRequest | undefined {
  const { body, method = 'GET', headers, signal } = init
  const isText = typeof body === 'string'
  const isPlain = isText ? /^(?:POST|PUT|PATCH)$/.test(method) : !body && /^(?:GET|HEAD|POST|DELETE)$/.test(method)
  if (!isPlain || !URL.canParse(input)) return undefined
  const { href, username, password } = new URL(input)
  if (username || password) return undefined
  const sent = new Headers(headers)
  if (isText && !sent.has('content-type')) sent.set('content-type', 'text/plain;charset=UTF-8')
  return {
    method,
    url: href,
    headers: sent,
    body: new TextEncoder().encode(isText ? body : ''),
    signal: signal ?? new AbortController().signal,
  }
}
