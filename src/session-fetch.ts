import { type Answer, answerRequest, failWith } from './answer.ts'
import { CassetteMismatchError } from './errors.ts'
import { type IncomingRequest, readRequest } from './incoming-request.ts'
import { fetchUpstream } from './msw/upstream.ts'
import type { Session } from './session.ts'

/** Makes the `fetch` of a session: it answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    session.closing.throwIfAborted()
    const request = await toIncomingRequest(input, init)
    const answer = await answerFrom(session, request)
    if (answer.kind === 'passthrough') return fetchUpstream(request, request.signal)
    if (answer.kind === 'network-error') throw toFetchError(answer.error)
    return new Response(answer.body, answer.init)
  }
}

async function answerFrom(session: Session, request: IncomingRequest): Promise<Answer> {
  try {
    if (session.options.passthrough?.(request)) return { kind: 'passthrough' }
    return await answerRequest([session], async () => request, 'none')
  } catch (error) {
    return failWith(error, request.url, [session])
  }
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
  return readRequest(new Request(input, { ...init, ...streamed }))
}
