import { type Answer, answerRequest } from './answer.ts'
import { type IncomingRequest, readRequest } from './incoming-request.ts'
import type { Session } from './session.ts'

/** Makes the `fetch` of a session: it answers from the session alone, and nothing is intercepted. */
export function createFetch(session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    const request = await toIncomingRequest(input, init)
    request.signal.throwIfAborted()
    return toResponse(await answerRequest(request, [session]), input, init)
  }
}

function toResponse(
  answer: Answer,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Response | Promise<Response> {
  if (answer.kind === 'passthrough') return globalThis.fetch(input, init)
  if (answer.kind === 'network-error') throw toFetchError(answer.error)
  return new Response(answer.body, answer.init)
}

/** An abort is thrown as it is; anything else as `fetch` does, with the reason as the cause. */
function toFetchError(error: Error): Error {
  return error.name === 'AbortError' || error.name === 'TimeoutError'
    ? error
    : new TypeError('fetch failed', { cause: error })
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
