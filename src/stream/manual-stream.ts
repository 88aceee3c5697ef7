import { CassetteOptionError, CassetteSessionError } from '../errors/errors.ts'
import { startTimer } from '../platform/clock.ts'
import { tick } from '../platform/tick.ts'

/** How long a test and a client can wait for each other, in ms: less than the time limit of a test in Vitest and Jest. */
const PATIENCE_MS = 4_000

/** Turns of the event loop in which an event gets through MSW and an SDK to the code under test. */
const TURNS = 20

/** A streamed answer, or the frames of a WebSocket's server, that the test lets through event by event. */
export interface ManualStream {
  /**
   * Lets events through, and waits until the client has received them. Before the answer begins, it waits for that too.
   *
   * @param count the number of events. Default 1
   * @throws CassetteOptionError if `count` is not a positive whole number; CassetteSessionError if the stream has fewer events, if the
   *   client has left, or if no request gets this stream within 4 seconds
   */
  next(count?: number): Promise<void>
  /** Lets all remaining events through, and waits until the stream has ended or the client has left it. It throws as `next` does. */
  rest(): Promise<void>
  /** Breaks the connection: the client gets an error, as that of a network. It throws as `next` does. */
  fail(): Promise<void>
}

/** The events that a stream lets through. */
export interface ControlledSource {
  readonly kind: 'events' | 'frames'
  /** Returns the next event; undefined at the end. It rejects if the stream fails. */
  next(): Promise<Uint8Array | undefined>
  cancel(reason: unknown): void
}

/** A stream before its answer begins. */
export interface StreamInit {
  /** For messages, such as `stream(0) of chat.yaml`. */
  readonly name: string
  /** Whether the test waits only a few seconds for the answer to begin. A real provider can need longer. */
  readonly limit: 'seconds' | 'none'
  /** Called with the error of a client that waits for the test in vain. */
  readonly onFailure: (error: Error) => void
}

/** The side of a manual stream that the session uses. */
export class ControlledStream implements ManualStream {
  readonly #name: string
  readonly #limit: StreamInit['limit']
  readonly #onFailure: (error: Error) => void
  #source: ControlledSource | undefined
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #state: 'waiting' | 'open' | 'ended' | 'failed' | 'left' | 'broken' = 'waiting'
  #delivered = 0
  #allowed = 0
  /** Called whenever anything changes. */
  #listeners: (() => void)[] = []

  constructor({ name, limit, onFailure }: StreamInit) {
    this.#name = name
    this.#limit = limit
    this.#onFailure = onFailure
  }

  get isAttached(): boolean {
    return this.#state !== 'waiting'
  }

  /** Returns why the test has not finished the stream; undefined if it has. */
  get unfinished(): CassetteSessionError | undefined {
    if (this.#state !== 'open') return undefined
    const message = `The test ended while ${this.#name} was open, after ${this.#events}. ${FINISH}`
    return new CassetteSessionError(message)
  }

  /** Connects the stream to an answer. */
  attach(
    source: ControlledSource,
    signals: readonly AbortSignal[],
    head: 'separate' | 'with-body',
  ): ReadableStream<Uint8Array> {
    this.#source = source
    const abort = ({ target }: { target: unknown }): void => this.#leave((target as AbortSignal).reason)
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
          // MSW 3 sends the headers with the first chunk, and removes an empty one.
          if (head === 'separate') controller.enqueue(new Uint8Array())
        },
        pull: () => this.#pull(),
        cancel: (reason) => this.#leave(reason),
      },
      { highWaterMark: 0 },
    )
    for (const signal of signals) signal.addEventListener('abort', abort, { once: true })
    this.#change('open')
    const aborted = signals.find((signal) => signal.aborted)
    if (aborted) this.#leave(aborted.reason)
    return stream
  }

  async next(count = 1): Promise<void> {
    if (!Number.isInteger(count) || count < 1)
      throw new CassetteOptionError('count', `The argument of next() is ${count}, and must be a positive whole number.`)
    const target = this.#delivered + count
    await this.#begin('next()')
    this.#allowed = target
    this.#notify()
    await this.#until(() => this.#delivered >= target || this.#state !== 'open', this.#limit)
    if (this.#delivered >= target) return settle()
    throw this.#describeEnd(`next(${count})`)
  }

  async rest(): Promise<void> {
    await this.#begin('rest()')
    this.#allowed = Number.POSITIVE_INFINITY
    this.#notify()
    await this.#until(() => this.#state !== 'open', this.#limit)
    // SDKs leave after the event that ends an answer, such as [DONE].
    if (this.#state !== 'ended' && this.#state !== 'left') throw this.#describeEnd('rest()')
    await settle()
  }

  async fail(): Promise<void> {
    await this.#begin('fail()')
    const error = new TypeError('terminated', { cause: new Error(`The test called fail() of ${this.#name}.`) })
    this.#end('failed', () => this.#controller?.error(error))
    this.#source?.cancel(error)
    await settle()
  }

  /** Ends the stream, because nothing follows. */
  finish(): void {
    this.#end('ended', () => this.#controller?.close())
  }

  get #events(): string {
    const noun = this.#source?.kind === 'frames' ? 'frame' : 'event'
    return `${this.#delivered} ${noun}${this.#delivered === 1 ? '' : 's'}`
  }

  /** Waits until a request gets this stream. */
  async #begin(call: string): Promise<void> {
    await this.#until(() => this.#state !== 'waiting', this.#limit)
    if (this.#state !== 'open') throw this.#describeEnd(call)
  }

  async #pull(): Promise<void> {
    const result = await this.#until(() => this.#delivered < this.#allowed || this.#state !== 'open', 'seconds')
    if (result === 'late') this.#giveUp()
    if (this.#state !== 'open') return
    try {
      const frame = await this.#source?.next()
      // A turn for each event, so that it arrives as a chunk of its own.
      await tick()
      if (this.#state !== 'open') return
      if (frame) this.#deliver(frame)
      else this.finish()
    } catch (error) {
      this.#end('broken', () => this.#controller?.error(error))
    }
  }

  #deliver(frame: Uint8Array): void {
    this.#controller?.enqueue(frame.slice())
    this.#delivered++
    this.#notify()
  }

  #giveUp(): void {
    const message = `The client has waited for 4 s for the next event of ${this.#name}, after ${this.#events}. ${FINISH}`
    const error = new CassetteSessionError(message)
    this.#onFailure(error)
    this.#end('failed', () => this.#controller?.error(error))
    this.#source?.cancel(error)
  }

  #leave(reason: unknown): void {
    this.#end('left', () => this.#controller?.error(reason))
    this.#source?.cancel(reason)
  }

  #end(state: 'ended' | 'failed' | 'left' | 'broken', finish: () => void): void {
    if (this.#state !== 'open') return
    finish()
    this.#change(state)
  }

  #describeEnd(call: string): CassetteSessionError {
    const ends = {
      ended: `it ended after ${this.#events}`,
      failed: `it failed after ${this.#events}`,
      left: `its client left after ${this.#events}`,
      broken: `its connection broke after ${this.#events}`,
      waiting: 'it has not begun after 4 s. Send its request first, without awaiting the end of the answer',
      open:
        this.#source?.kind === 'frames'
          ? `nothing has happened for 4 s, after ${this.#events}. Let the client send the frame that is due, or close the connection`
          : `its client has not read on for 4 s, after ${this.#events}`,
    }
    return new CassetteSessionError(`${call} of ${this.#name} had no effect: ${ends[this.#state]}.`)
  }

  #change(state: 'open' | 'ended' | 'failed' | 'left' | 'broken'): void {
    this.#state = state
    this.#notify()
  }

  #notify(): void {
    for (const listener of this.#listeners.splice(0)) listener()
  }

  /** Waits for a condition, with a limit for as long as nothing changes. */
  async #until(condition: () => boolean, limit: StreamInit['limit']): Promise<'met' | 'late'> {
    while (!condition()) {
      const result = await new Promise<'changed' | 'late'>((resolve) => {
        const cancel = limit === 'seconds' ? startTimer(() => resolve('late'), PATIENCE_MS) : undefined
        this.#listeners.push(() => {
          cancel?.()
          resolve('changed')
        })
      })
      if (result === 'late') return 'late'
    }
    return 'met'
  }
}

const FINISH = 'Let it end with rest(), or break it with fail().'

async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await tick()
}
