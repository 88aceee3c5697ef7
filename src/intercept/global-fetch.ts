import { followRedirects, type LazyRequest } from '../fetch/follow-redirects.ts'
import { answerFrom, isLocal, toResponse } from '../fetch/session-fetch.ts'
import { toFetchArguments } from '../fetch/to-fetch-arguments.ts'
import { runAsOwnRequest } from '../http/own-requests.ts'
import { answerProbe, isProbe } from '../msw/probe.ts'
import { answerWithout, type UnhandledPolicy } from '../msw/unhandled-policy.ts'
import { isError } from '../platform/cross-realm.ts'
import { addClientHeaders } from './add-client-headers.ts'
import { asFetched } from './as-fetched.ts'
import { isMocked } from './is-mocked.ts'
import { judgeRequest } from './judge-request.ts'

type Fetch = typeof globalThis.fetch
type Hop = Parameters<typeof followRedirects>[2]

interface GlobalFetchOptions {
  readonly policy: UnhandledPolicy
  /** Sends a request that reaches the network on purpose. */
  readonly send: Fetch
}

/**
 * Answers a call of the global `fetch` as this library's handlers for MSW would: from the sessions of the running test, with a refusal,
 * or from the network.
 */
export async function answerFetch(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  { policy, send }: GlobalFetchOptions,
): Promise<Response> {
  const target = resolveUrl(input)
  const head = headOf(target, init)
  // An invalid URL is an error of `fetch`.
  if (!head || isLocal(target) || isMocked(init)) return send(target, init)
  if (isProbe(head)) return answerProbe()
  const { origin } = new URL(head.url)
  let type: 'basic' | 'cors' = 'basic'
  const answerHop: Hop = (hop) => {
    if (new URL(hop.head.url).origin !== origin) type = 'cors'
    return answerRequest(hop, type, { policy, send })
  }
  if (judgeRequest(head, policy).kind === 'send') return sendFirst(target, init, head, { send, answerHop })
  const { request, redirect } = toFetchArguments(target, init)
  addClientHeaders(request.head.headers, head.url)
  return followRedirects(request, redirect, answerHop).catch((error: unknown) => {
    throw toFetchError(error, init?.signal ?? (target instanceof Request ? target.signal : undefined))
  })
}

/** As MSW does, for Node's `fetch` in an emulated page. */
function resolveUrl(input: RequestInfo | URL): RequestInfo | URL {
  const base = globalThis.location?.href
  return typeof input === 'string' && base !== undefined && !URL.canParse(input) ? new URL(input, base) : input
}

function headOf(input: RequestInfo | URL, init: RequestInit = {}): LazyRequest['head'] | undefined {
  const request = input instanceof Request ? input : undefined
  const url = request?.url ?? String(input)
  if (!URL.canParse(url)) return undefined
  return {
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    url: new URL(url).href,
    // Most requests are judged without them.
    get headers() {
      return new Headers(init.headers ?? request?.headers)
    },
  }
}

/** No `await` before `answerFrom`: recordings keep the order of the calls. */
async function answerRequest(
  request: LazyRequest,
  type: 'basic' | 'cors',
  options: GlobalFetchOptions,
): Promise<Response> {
  const verdict = judgeRequest(request.head, options.policy)
  if (verdict.kind === 'send') return sendAgain(request, options)
  const answer = verdict.kind === 'answer' ? await answerFrom(verdict.sessions, request) : answerWithout(request.head)
  if (answer.kind === 'passthrough') return runAsOwnRequest(() => sendAgain(request, options))
  if (answer.kind === 'network-error') throw answer.error
  const { body, init } = answer
  // As all other clients see it: nothing but a recording that arrives right now has no length.
  if (body && typeof body !== 'string' && !init.headers.has('content-length'))
    init.headers.set('transfer-encoding', 'chunked')
  return asFetched(toResponse(answer), type)
}

async function sendAgain(request: LazyRequest, { send }: GlobalFetchOptions): Promise<Response> {
  const { method, url, headers, body, signal, init } = await request.read()
  return send(url, { ...init, method, headers, body: body.length > 0 ? body : null, signal, redirect: 'manual' })
}

/** The client's own call, so that its connection, its body and its options stay as they are. Only a redirect can lead elsewhere. */
function sendFirst(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  head: LazyRequest['head'],
  { send, answerHop }: { readonly send: Fetch; readonly answerHop: Hop },
): Promise<Response> {
  const request = input instanceof Request ? input : undefined
  const redirect = init?.redirect ?? request?.redirect ?? 'follow'
  const body: unknown = init?.body ?? request?.body ?? ''
  // A body that is read here can't be sent again.
  if (redirect !== 'follow' || typeof body !== 'string') return send(input, init)
  const first: LazyRequest = { head, read: () => toFetchArguments(input, init).request.read() }
  return followRedirects(first, redirect, (hop) =>
    hop === first ? send(input, { ...init, redirect: 'manual' }) : answerHop(hop),
  )
}

/** `fetch` rejects with the reason of its signal, or with a `TypeError`. */
function toFetchError(error: unknown, signal: AbortSignal | null | undefined): unknown {
  // By its name: in Jest's sandbox, errors of Node are from another realm.
  const isOwn = (isError(error) && error.name === 'TypeError') || (signal?.aborted && error === signal.reason)
  return isOwn ? error : new TypeError('fetch failed', { cause: error })
}
