import type { WebSocketAnswer } from '../http/answer.ts'
import type { ConnectionClose, FrameData, WebSocketEnd, WebSocketListener } from '../http/web-socket-end.ts'
import type { ControlledStream } from '../stream/manual-stream.ts'

/**
 * Lets the test control the frames of a server. A close follows the frames before it.
 *
 * @param begin returns the stream of this connection
 * @param closing aborts when the session is closed
 */
export function controlFrames(
  answer: WebSocketAnswer,
  begin: () => ControlledStream,
  closing: AbortSignal,
): WebSocketAnswer {
  return { ...answer, connect: (end) => answer.connect(new ControlledEnd(end, begin(), closing)) }
}

/** A frame or a close that waits for the test, and a function to call when it was sent. */
type Waiting =
  | { readonly data: FrameData; readonly done: () => void }
  | { readonly close: ConnectionClose; readonly done?: never }

const BROKEN: ConnectionClose = { code: 1006, reason: '' }

class ControlledEnd implements WebSocketEnd {
  readonly #end: WebSocketEnd
  readonly #stream: ControlledStream
  readonly #closing: AbortSignal
  /** Has a chunk for each frame that the test lets through. */
  readonly #permits: ReadableStreamDefaultReader<unknown>
  readonly #waiting: Waiting[] = []
  #state: 'idle' | 'sending' | 'closed' = 'idle'
  #listener: WebSocketListener | undefined

  constructor(end: WebSocketEnd, stream: ControlledStream, closing: AbortSignal) {
    this.#end = end
    this.#stream = stream
    this.#closing = closing
    const source = { kind: 'frames', next: async () => new Uint8Array(), cancel() {} } as const
    this.#permits = stream.attach(source, [], 'with-body').getReader()
    // The test calls `fail()`, or forgets the client.
    this.#permits.closed.catch(() => this.#break())
  }

  send(data: FrameData): Promise<void> | undefined {
    if (this.#state === 'closed') return undefined
    return new Promise((done) => this.#add({ data, done }))
  }

  close(close: ConnectionClose): void {
    if (this.#closing.aborted) this.#finish(close)
    else if (this.#state !== 'closed') this.#add({ close })
  }

  listen(listener: WebSocketListener): void {
    this.#listener = listener
    this.#end.listen({
      onFrame: (data) => listener.onFrame(data),
      onClose: (close) => {
        this.#leave()
        listener.onClose(close)
      },
    })
  }

  #add(waiting: Waiting): void {
    this.#waiting.push(waiting)
    if (this.#state === 'idle') void this.#sendAll()
  }

  async #sendAll(): Promise<void> {
    this.#state = 'sending'
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      if ('close' in next) return this.#finish(next.close)
      const permit = await this.#permits.read().catch(() => undefined)
      if (!permit || permit.done) return
      await this.#end.send(next.data)
      next.done()
      this.#waiting.shift()
    }
    if (this.#state === 'sending') this.#state = 'idle'
  }

  #finish(close: ConnectionClose): void {
    this.#stream.finish()
    this.#leave()
    this.#end.close(close)
  }

  #break(): void {
    this.#leave()
    this.#end.close(BROKEN)
    this.#listener?.onClose(BROKEN)
  }

  /** Nothing is sent from here on. */
  #leave(): void {
    this.#state = 'closed'
    void this.#permits.cancel().catch(() => {})
    for (const { done } of this.#waiting.splice(0)) done?.()
  }
}
