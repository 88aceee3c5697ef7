import type { Interaction } from '../cassette.ts'
import { CassetteSessionError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { fetchUpstream } from '../msw/upstream.ts'
import { type CapturedBody, captureBody, TRAILING_BODY_TIMEOUT_MS } from '../stream/capture-body.ts'

/** An exchange as it came, before anything is left out of it. */
export interface Capture {
  readonly interaction: Interaction
  /** All headers of the request and of the response. */
  readonly sent: Headers
  readonly received: Headers
}

// As they are now: fake timers of a test that records have no say in this.
const { setTimeout, clearTimeout } = globalThis

/** A place in the order of exchanges. */
export interface Reservation {
  state: 'pending' | 'complete' | 'lost'
  capture?: Capture
  /** Ends the exchange, from when it has begun. */
  abortController?: AbortController
}

/** What becomes of an exchange that is still under way after a second. */
export type Late = 'goes-on' | 'ends'

/**
 * Performs real exchanges, keeps them, and streams them on to their callers while they happen.
 *
 * They are kept in the order in which they were asked for, and only when they are whole: one that its caller or the
 * network cut short is never taken for a recording.
 */
export class Recorder {
  readonly #onComplete: () => void
  readonly #pending = new Set<Reservation>()
  readonly #idle = new Set<() => void>()
  #slots: Reservation[] = []

  /** @param onComplete called whenever `take` may have something new */
  constructor(onComplete: () => void) {
    this.#onComplete = onComplete
  }

  /** Reserves the next place. To be called when a request comes, before anything is awaited. */
  reserve(): Reservation {
    const slot: Reservation = { state: 'pending' }
    this.#slots.push(slot)
    this.#pending.add(slot)
    return slot
  }

  /**
   * Performs a request.
   *
   * @param request what to ask
   * @param slot where to keep it, from `reserve`
   * @returns the response as it comes; its body is being kept while it is read
   * @throws the network's own error, as `fetch` throws it
   */
  async record(request: IncomingRequest, slot: Reservation): Promise<Response> {
    const leave = new AbortController()
    slot.abortController = leave
    const abort = (): void => leave.abort(request.signal.reason)
    request.signal.addEventListener('abort', abort, { once: true })
    const recordedAt = new Date()
    const start = performance.now()
    try {
      const response = await fetchUpstream(request, leave.signal)
      const duration = performance.now() - start
      const { stream, captured } = captureBody(response.body, request.signal, leave)
      void captured.then((body) => this.#settle(slot, body && toCapture(request, response, body, duration, recordedAt)))
      return new Response(stream, response)
    } catch (error) {
      this.#settle(slot, undefined)
      throw error
    } finally {
      // From here on the caller may leave early and the exchange still be whole: see captureBody.
      request.signal.removeEventListener('abort', abort)
    }
  }

  /** Frees a reserved place that came to no exchange. */
  release(slot: Reservation): void {
    this.#settle(slot, undefined)
  }

  /** Takes what is complete, up to the first exchange that is still under way. */
  take(): Capture[] {
    const end = this.#slots.findIndex(({ state }) => state === 'pending')
    return this.#slots.splice(0, end === -1 ? this.#slots.length : end).flatMap(({ capture }) => capture ?? [])
  }

  /** Waits for what is under way, for up to a second. What ends then is not a recording, and stands in the way of none. */
  async settle(late: Late): Promise<void> {
    if (this.#pending.size === 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, TRAILING_BODY_TIMEOUT_MS)
      this.#idle.add(() => {
        clearTimeout(timer)
        resolve()
      })
    })
    if (late === 'goes-on') return
    for (const slot of [...this.#pending]) {
      slot.abortController?.abort(new CassetteSessionError('The session was closed before this exchange had ended.'))
      this.#settle(slot, undefined)
    }
  }

  #settle(slot: Reservation, capture: Capture | undefined): void {
    if (!this.#pending.delete(slot)) return
    if (this.#pending.size === 0) {
      for (const resolve of this.#idle) resolve()
      this.#idle.clear()
    }
    slot.state = capture ? 'complete' : 'lost'
    if (capture) slot.capture = capture
    this.#onComplete()
  }
}

function toCapture(
  request: IncomingRequest,
  response: Response,
  { bytes, chunks }: CapturedBody,
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
    },
    recordedAt,
  }
  return { interaction, sent: request.headers, received: response.headers }
}
