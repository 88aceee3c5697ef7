import { concatBytes } from '../bytes/concat-bytes.ts'
import type { OpenEnd, RecordedChunk } from '../cassette.ts'
import { elapsedTime, startTimer } from '../platform/clock.ts'
import { tick } from '../platform/tick.ts'
import { detachTee } from './detach-tee.ts'
import { expectsEnd } from './expects-end.ts'
import type { Transport } from './replay-stream.ts'
import { TRAILING_BODY_TIMEOUT_MS } from './trailing-body-timeout.ts'

/** A body with the chunks in which it arrived. */
export interface CapturedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly chunks: readonly RecordedChunk[]
  /** Given if the client left before the end. */
  readonly openEnd?: OpenEnd
}

/** A body to capture. */
interface BodyToCapture {
  /** The response from the network. */
  readonly response: Response
  /** Aborts when the client gives up. */
  readonly client: AbortSignal
  /** Ends the exchange with the network; aborted here if the client has left and the end is not about to arrive. */
  readonly abortController: AbortController
  /** How the chunks get to the client. */
  readonly transport: Transport
}

/** A body that is being captured. */
interface OngoingBody {
  /** For the reader. */
  readonly stream: ReadableStream<Uint8Array> | null
  /** Resolves to undefined if the network failed. */
  readonly captured: Promise<CapturedBody | undefined>
  /** Returns the bytes that have arrived so far. */
  soFar(): Uint8Array<ArrayBuffer>
  /** Ends the exchange as if the client had left, and returns what has arrived; undefined if the network failed. */
  endNow(): CapturedBody | undefined
}

/**
 * Captures a body while it is passed on to its reader, chunk by chunk. The body is captured even if nobody reads it, because
 * some clients only need the status.
 */
export function captureBody(exchange: BodyToCapture): OngoingBody {
  const { body } = exchange.response
  const none = { bytes: new Uint8Array(), chunks: [] }
  if (!body) return { stream: null, captured: Promise.resolve(none), soFar: () => none.bytes, endNow: () => none }
  const capture = new BodyCapture(body.getReader(), exchange)
  return {
    stream: detachTee(capture.stream),
    captured: capture.captured,
    soFar: () => capture.soFar(),
    endNow: () => capture.endNow(),
  }
}

class BodyCapture {
  readonly stream: ReadableStream<Uint8Array>
  readonly captured: Promise<CapturedBody | undefined>
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
  readonly #exchange: BodyToCapture
  readonly #pieces: Uint8Array<ArrayBuffer>[] = []
  readonly #times: number[] = []
  readonly #start = elapsedTime()
  #state: 'reading' | 'left' | 'ended' = 'reading'
  #openEnd: OpenEnd | undefined
  /** Once it has ended. */
  #result: CapturedBody | undefined
  #cancelTimer = (): void => {}
  #output: ReadableStreamDefaultController<Uint8Array> | undefined
  #resolve = (_body: CapturedBody | undefined): void => {}

  constructor(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, exchange: BodyToCapture) {
    this.#reader = reader
    this.#exchange = exchange
    this.captured = new Promise((resolve) => {
      this.#resolve = resolve
    })
    this.stream = new ReadableStream({
      start: (controller) => {
        this.#output = controller
        // MSW 3 sends the headers with the first chunk, and removes an empty one.
        if (exchange.transport === 'socket') controller.enqueue(new Uint8Array())
      },
      cancel: (reason) => this.#leave(reason),
    })
    const { client, abortController } = exchange
    client.addEventListener('abort', this.#onClientAbort)
    abortController.signal.addEventListener('abort', this.#onAbort)
    void this.#pump()
    if (client.aborted) this.#onClientAbort()
    if (abortController.signal.aborted) this.#onAbort()
  }

  soFar(): Uint8Array<ArrayBuffer> {
    return concatBytes(this.#pieces)
  }

  endNow(): CapturedBody | undefined {
    this.#abandon()
    return this.#result
  }

  async #pump(): Promise<void> {
    const reader = this.#reader
    try {
      if (this.#exchange.transport === 'msw2') await waitForClient()
      for (let part = await reader.read(); !part.done; part = await reader.read()) this.#add(part.value)
      if (this.#state === 'reading') this.#output?.close()
      this.#end(toCapturedBody(this.#pieces, this.#times))
    } catch (error) {
      if (this.#state === 'reading') this.#output?.error(error)
      this.#end(this.#openBody)
    }
  }

  #add(piece: Uint8Array<ArrayBuffer>): void {
    if (this.#state === 'ended') return
    // A copy, because the reader can write into the chunk that it gets.
    this.#pieces.push(piece.slice())
    this.#times.push(elapsedTime() - this.#start)
    if (this.#state === 'reading') this.#output?.enqueue(piece)
    // The first bytes show what kind of body it is.
    else if (this.#pieces.length === 1 && !this.#expectsEnd()) this.#abandon()
  }

  readonly #onClientAbort = (): void => {
    const { reason } = this.#exchange.client
    if (this.#state === 'reading') this.#output?.error(reason)
    this.#leave(reason)
  }

  #leave(reason: unknown): void {
    if (this.#state !== 'reading') return
    this.#state = 'left'
    this.#openEnd = { after: elapsedTime() - this.#start }
    if (this.#expectsEnd()) this.#cancelTimer = startTimer(() => this.#abandon(reason), TRAILING_BODY_TIMEOUT_MS)
    else this.#abandon(reason)
  }

  #expectsEnd(): boolean {
    return expectsEnd(this.#exchange.response, concatBytes(this.#pieces))
  }

  #abandon(reason?: unknown): void {
    this.#exchange.abortController.abort(reason)
  }

  /** The client left the stream, or the session was closed. */
  readonly #onAbort = (): void => {
    const { reason } = this.#exchange.abortController.signal
    if (this.#state === 'reading') this.#output?.error(reason)
    this.#openEnd ??= { after: elapsedTime() - this.#start }
    this.#end(this.#openBody)
    // MSW 2 creates its own Response, whose body can be detached from the signal.
    void this.#reader.cancel(reason).catch(() => {})
  }

  /** The bytes that had arrived when the client left. */
  get #openBody(): CapturedBody | undefined {
    return this.#openEnd && { ...toCapturedBody(this.#pieces, this.#times), openEnd: this.#openEnd }
  }

  #end(body: CapturedBody | undefined): void {
    if (this.#state === 'ended') return
    this.#state = 'ended'
    this.#result = body
    this.#cancelTimer()
    const { client, abortController } = this.#exchange
    client.removeEventListener('abort', this.#onClientAbort)
    abortController.signal.removeEventListener('abort', this.#onAbort)
    this.#resolve(body)
  }
}

function toCapturedBody(pieces: readonly Uint8Array[], times: readonly number[]): CapturedBody {
  const bytes = concatBytes(pieces)
  return { bytes, chunks: pieces.map(({ length }, index) => ({ size: length, time: times[index] ?? 0 })) }
}

/** MSW 2 can answer before got notices that it has sent its request. got then ends the exchange. */
async function waitForClient(): Promise<void> {
  await tick()
  await tick()
}
