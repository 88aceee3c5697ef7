import { CassetteSessionError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { startTimer } from '../platform/clock.ts'
import type { Transport } from '../stream/replay-stream.ts'
import { TRAILING_BODY_TIMEOUT_MS } from '../stream/trailing-body-timeout.ts'
import type { Capture, OngoingExchange } from './capture-exchange.ts'

/** A place in the order of exchanges, reserved for one request. */
export interface Reservation {
  /**
   * Sends the request and records the exchange.
   *
   * @param transport how the chunks of the response get to the caller
   * @returns the response as it arrives
   * @throws the network's own error, as `fetch` throws it
   */
  record(request: IncomingRequest, transport: Transport): Promise<Response>
  /** Frees the place of a request that is not recorded. It has no effect on an exchange that is under way. */
  release(): void
}

/** How to treat an exchange that is still under way after a second. */
export type Pending = 'keep' | 'abort'

/** Sends a request to the network, see `captureExchange`. */
export type SendRequest = (
  request: IncomingRequest,
  abortController: AbortController,
  transport: Transport,
) => Promise<OngoingExchange>

interface Place {
  state: 'reserved' | 'started'
  capture?: Capture
  /** Given as soon as the response's headers have arrived. */
  exchange?: OngoingExchange
  readonly abortController: AbortController
}

/**
 * Records exchanges in the order in which they were requested. An exchange that its caller left is recorded with an open end.
 * One that the network cut short, or that was not answered, is never taken for a recording.
 */
export class Recorder {
  readonly #send: SendRequest
  readonly #onComplete: () => void
  readonly #open = new Set<Place>()
  readonly #onIdle = new Set<() => void>()
  #places: Place[] = []
  #failed = 0

  /** @param onComplete called whenever `take` might return something new */
  constructor({ send, onComplete }: { send: SendRequest; onComplete: () => void }) {
    this.#send = send
    this.#onComplete = onComplete
  }

  /** Reserves the next place. Call it when a request arrives, before any `await`. */
  reserve(): Reservation {
    const place: Place = { state: 'reserved', abortController: new AbortController() }
    this.#places.push(place)
    this.#open.add(place)
    return {
      record: (request, transport) => this.#record(request, place, transport),
      release: () => {
        if (place.state === 'reserved') this.#settle(place, undefined)
      },
    }
  }

  /** Takes the complete exchanges, up to the first one that is still under way. */
  take(): Capture[] {
    const end = this.#places.findIndex((place) => this.#open.has(place))
    return this.#places.splice(0, end === -1 ? this.#places.length : end).flatMap(({ capture }) => allSamples(capture))
  }

  /** The exchanges that `take` has not returned yet and that have a response, as far as it has arrived. */
  get answered(): Capture[] {
    return this.#places.flatMap((place) => {
      if (!this.#open.has(place)) return allSamples(place.capture)
      return place.exchange?.soFar() ?? []
    })
  }

  /** The number of requests that were sent and got no complete response. */
  get failed(): number {
    return this.#failed
  }

  /**
   * Waits for samples, which have no client, and up to a second for other exchanges that are under way. Those that are aborted then have
   * an open end.
   */
  async settle(pending: Pending): Promise<void> {
    await Promise.all([...this.#open].map((place) => place.exchange?.sampled))
    if (this.#open.size === 0) return
    await new Promise<void>((resolve) => {
      const cancel = startTimer(resolve, TRAILING_BODY_TIMEOUT_MS)
      this.#onIdle.add(() => {
        cancel()
        resolve()
      })
    })
    if (pending === 'keep') return
    await Promise.all([...this.#open].map((place) => this.#abort(place)))
  }

  /**
   * Ends the exchanges that are under way, with an open end, without waiting for anything.
   *
   * @returns the number of requests that are lost, because they have no response yet
   */
  endNow(): number {
    const open = [...this.#open]
    for (const place of open) this.#settle(place, place.exchange?.endNow())
    return open.filter(({ state, exchange }) => state === 'started' && !exchange).length
  }

  async #abort(place: Place): Promise<void> {
    place.abortController.abort(new CassetteSessionError('The session was closed before this exchange had ended.'))
    this.#settle(place, await place.exchange?.captured)
  }

  async #record(request: IncomingRequest, place: Place, transport: Transport): Promise<Response> {
    place.state = 'started'
    try {
      const exchange = await this.#send(request, place.abortController, transport)
      place.exchange = exchange
      void exchange.captured.then((capture) => this.#settle(place, capture))
      return exchange.response
    } catch (error) {
      this.#settle(place, undefined)
      throw error
    }
  }

  #settle(place: Place, capture: Capture | undefined): void {
    if (!this.#open.delete(place)) return
    if (this.#open.size === 0) {
      for (const resolve of this.#onIdle) resolve()
      this.#onIdle.clear()
    }
    if (capture) place.capture = capture
    else if (place.state === 'started') this.#failed++
    this.#onComplete()
  }
}

/** An exchange, followed by its further samples. */
function allSamples(capture: Capture | undefined): Capture[] {
  return capture ? [capture, ...(capture.samples ?? [])] : []
}
