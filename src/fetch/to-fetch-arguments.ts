import { type IncomingRequest, readRequest } from '../http/incoming-request.ts'
import { parseUrl } from '../http/parse-url.ts'
import { type LazyRequest, toLazyRequest } from './follow-redirects.ts'

/** The arguments of a `fetch`. */
interface FetchArguments {
  readonly request: LazyRequest
  readonly redirect: Request['redirect']
}

/**
 * Reads the arguments of a `fetch`, without a `Request` if possible: creating one costs more than everything else.
 *
 * @throws TypeError for arguments that `fetch` refuses: a relative URL, a GET with a body
 */
export function toFetchArguments(input: RequestInfo | URL, init?: RequestInit): FetchArguments {
  const plain = input instanceof Request ? undefined : toPlainRequest(String(input), init ?? {})
  if (plain) return { request: toLazyRequest(plain), redirect: init?.redirect ?? 'follow' }
  const head = new Request(input, init)
  const complete = readRequest(head).then((request) => ({
    ...request,
    // The signal of a Request that nothing refers to is lost with the next garbage collection.
    signal: init?.signal ?? (input instanceof Request ? input.signal : request.signal),
    ...(init && { init }),
  }))
  return { request: { head, read: () => complete }, redirect: head.redirect }
}

/** Returns undefined for arguments that need a `Request`, or that are invalid. */
function toPlainRequest(input: string, init: RequestInit): IncomingRequest | undefined {
  const { body, method = 'GET', headers, signal } = init
  const isText = typeof body === 'string'
  const isPlain = isText ? /^(?:POST|PUT|PATCH)$/.test(method) : !body && /^(?:GET|HEAD|POST|DELETE)$/.test(method)
  const url = isPlain ? parseUrl(input) : undefined
  if (!url || url.username || url.password) return undefined
  const sent = new Headers(headers)
  if (isText && !sent.has('content-type')) sent.set('content-type', 'text/plain;charset=UTF-8')
  return {
    method,
    url: url.href,
    headers: sent,
    body: encoder.encode(isText ? body : ''),
    signal: signal ?? new AbortController().signal,
    init,
  }
}

const encoder = new TextEncoder()
