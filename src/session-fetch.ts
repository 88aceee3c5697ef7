import { answerRequest } from './answer.ts'
import { CassetteMismatchError } from './errors.ts'
import { followRedirects } from './follow-redirects.ts'
import { type IncomingRequest, readRequest } from './incoming-request.ts'
import { fetchUpstream } from './msw/upstream.ts'
import { passesThrough } from './options.ts'
import type { Session } from './session.ts'

/** Makes the `fetch` of a session: it answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    session.closing.throwIfAborted()
    const redirect = init?.redirect ?? (input instanceof Request ? input.redirect : 'follow')
    return followRedirects(await toIncomingRequest(input, init), redirect, (request) => ask(request, session))
  }
}

async function ask(request: IncomingRequest, session: Session): Promise<Response> {
  if (passesThrough(request, session.options)) return fetchUpstream(request, request.signal)
  const answer = await answerRequest([session], async () => request, 'none')
  if (answer.kind === 'passthrough') return fetchUpstream(request, request.signal)
  if (answer.kind === 'network-error') throw toFetchError(answer.error)
  return new Response(answer.body, answer.init)
}

/** What the network or the client said stays what it was; only a mismatch takes the form of the network's errors. */
function toFetchError(error: unknown): unknown {
  return error instanceof CassetteMismatchError ? new TypeError('fetch failed', { cause: error }) : error
}

/** Without a `Request` where it can be: making one costs more than all the rest. */
async function toIncomingRequest(input: RequestInfo | URL, init: RequestInit = {}): Promise<IncomingRequest> {
  const { body, method = 'GET', headers, signal } = init
  if (!(input instanceof Request) && (body === undefined || body === null || typeof body === 'string')) {
    return {
      method: method.toUpperCase(),
      url: String(input),
      headers: new Headers(headers),
      body: new TextEncoder().encode(body ?? ''),
      signal: signal ?? new AbortController().signal,
    }
  }
  const streamed = body instanceof ReadableStream ? { duplex: 'half' } : {}
  const request = await readRequest(new Request(input, { ...init, ...streamed }))
  // The signal of a Request that nobody holds on to is forgotten with the next garbage collection.
  return { ...request, signal: signal ?? (input instanceof Request ? input.signal : request.signal) }
}
