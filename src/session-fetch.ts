import { answerRequest } from './answer.ts'
import { CassetteMismatchError } from './errors.ts'
import { type AskedRequest, followRedirects } from './follow-redirects.ts'
import { readRequest } from './incoming-request.ts'
import { fetchUpstream } from './msw/upstream.ts'
import { passesThrough } from './options.ts'
import type { Session } from './session.ts'

/** Makes the `fetch` of a session: it answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    session.closing.throwIfAborted()
    const redirect = init?.redirect ?? (input instanceof Request ? input.redirect : 'follow')
    return followRedirects(toAskedRequest(input, init), redirect, (request) => ask(request, session))
  }
}

/** Nothing waits before `answerRequest`: what is recorded keeps the order of the calls, however long a body takes to be read. */
async function ask({ head, read }: AskedRequest, session: Session): Promise<Response> {
  const passes = passesThrough(head, session.options)
  const answer = passes ? ({ kind: 'passthrough' } as const) : await answerRequest([session], read, 'none')
  if (answer.kind === 'network-error') throw toFetchError(answer.error)
  if (answer.kind === 'response') return new Response(answer.body, answer.init)
  const request = await read()
  return fetchUpstream(request, request.signal)
}

/** What the network or the client said stays what it was; only a mismatch takes the form of the network's errors. */
function toFetchError(error: unknown): unknown {
  return error instanceof CassetteMismatchError ? new TypeError('fetch failed', { cause: error }) : error
}

/** Without a `Request` where it can be: making one costs more than all the rest. */
function toAskedRequest(input: RequestInfo | URL, init: RequestInit = {}): AskedRequest {
  const { body, method = 'GET', headers, signal } = init
  if (!(input instanceof Request) && (body === undefined || body === null || typeof body === 'string')) {
    const request = {
      method: method.toUpperCase(),
      url: String(input),
      headers: new Headers(headers),
      body: new TextEncoder().encode(body ?? ''),
      signal: signal ?? new AbortController().signal,
    }
    return { head: request, read: async () => request }
  }
  const streamed = body instanceof ReadableStream ? { duplex: 'half' } : {}
  const head = new Request(input, { ...init, ...streamed })
  const whole = readRequest(head).then((request) => ({
    ...request,
    // The signal of a Request that nobody holds on to is forgotten with the next garbage collection.
    signal: signal ?? (input instanceof Request ? input.signal : request.signal),
  }))
  return { head, read: () => whole }
}
