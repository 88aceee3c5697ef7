import type { Interaction } from '../cassette.ts'
import type { WebSocketAnswer } from '../http/answer.ts'
import { fetchUpstream } from '../http/fetch-upstream.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { encodeReasonPhrase } from '../http/reason-phrase.ts'
import { currentTime, elapsedTime } from '../platform/clock.ts'
import { type CapturedBody, captureBody } from '../stream/capture-body.ts'
import type { Transport } from '../stream/replay-stream.ts'

/** An exchange exactly as it happened. */
export interface Capture {
  readonly interaction: Interaction
  /** All headers of the request. */
  readonly sent: Headers
  /** All headers of the response. */
  readonly received: Headers
  /** Further answers to the same request. */
  readonly samples?: readonly Capture[]
  /** Why nothing of this exchange can be recorded. */
  readonly failure?: string
}

/** An exchange that is under way. */
export interface OngoingExchange<Answered = Response | WebSocketAnswer> {
  /** The response as it arrives, or an open WebSocket. */
  readonly response: Answered
  /** Resolves when the body has ended, or its client has left it; undefined if the network failed. */
  readonly captured: Promise<Capture | undefined>
  /** Resolves when the further samples have arrived; absent if there are none. */
  readonly sampled?: Promise<unknown>
  /** The exchange as far as it has arrived. */
  soFar(): Capture
  /** Ends the exchange as if its client had left, and returns it; undefined if the network failed. */
  endNow(): Capture | undefined
}

/**
 * Sends a request to the network and captures the exchange while the caller reads it.
 *
 * @param request the request to send
 * @param abortController ends the exchange
 * @param transport how the chunks of the response get to the caller
 * @throws the network's own error, as `fetch` throws it
 */
export async function captureExchange(
  request: IncomingRequest,
  abortController: AbortController,
  transport: Transport,
): Promise<OngoingExchange<Response>> {
  const abort = (): void => abortController.abort(request.signal.reason)
  request.signal.addEventListener('abort', abort)
  const recordedAt = new Date(currentTime())
  const start = elapsedTime()
  try {
    const response = await fetchUpstream(request, abortController.signal)
    const { status, statusText, headers } = response
    const duration = elapsedTime() - start
    const { stream, captured, soFar, endNow } = captureBody({
      response,
      client: request.signal,
      abortController,
      transport,
    })
    const toResult = (body: CapturedBody | undefined): Capture | undefined =>
      body && toCapture(request, response, body, duration, recordedAt)
    return {
      response: new Response(stream, { status, statusText: encodeReasonPhrase(statusText), headers }),
      captured: captured.then(toResult),
      soFar: () => toCapture(request, response, { bytes: soFar(), chunks: [] }, duration, recordedAt),
      endNow: () => toResult(endNow()),
    }
  } finally {
    // From here on the caller can leave early and the exchange can still be complete, see `captureBody`.
    request.signal.removeEventListener('abort', abort)
  }
}

function toCapture(
  request: IncomingRequest,
  response: Response,
  { bytes, chunks, openEnd }: CapturedBody,
  duration: number,
  recordedAt: Date,
): Capture {
  const interaction: Interaction = {
    request: { method: request.method, url: request.url, headers: [...request.headers], body: request.body },
    response: {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers],
      body: bytes,
      duration,
      ...(response.headers.has('content-encoding') ? { uncompressed: true } : {}),
      ...(chunks.length > 1 ? { chunks } : {}),
      ...(openEnd ? { openEnd } : {}),
    },
    recordedAt,
  }
  return { interaction, sent: request.headers, received: response.headers }
}
