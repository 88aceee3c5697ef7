import type { AnyAnswer } from '../http/answer.ts'
import type { ConnectionClose, FrameData, WebSocketEnd, WebSocketListener } from '../http/web-socket-end.ts'
import type { Session } from '../session/session.ts'
import { answerHandshake } from './answer-handshake.ts'
import { type SentData, toFrameData, toReceivedData } from './frame-data.ts'
import { toWebSocketArguments } from './web-socket-arguments.ts'
import type { WebSocketClass } from './web-socket-class.ts'
import { BROKEN, closeEvent, errorEvent } from './web-socket-events.ts'

const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3] as const
const STATES = { CONNECTING, OPEN, CLOSING, CLOSED }
const EVENTS = ['open', 'message', 'error', 'close'] as const

/** Creates the `WebSocket` class of a session. Its connections are answered from the session alone, and nothing is intercepted. */
export function createWebSocketClass(session: Session): WebSocketClass {
  const answer = (url: string, headers: Headers, signal: AbortSignal): Promise<AnyAnswer> => {
    if (session.closing.aborted) return Promise.resolve({ kind: 'network-error', error: session.closing.reason })
    return answerHandshake([session], { url, headers, signal })
  }
  class SessionWebSocket extends CassetteWebSocket {
    constructor(...args: Parameters<typeof toWebSocketArguments>) {
      super(args, answer)
    }
  }
  return SessionWebSocket as unknown as WebSocketClass
}

/** A client with the interface of the standard. */
class CassetteWebSocket extends EventTarget {
  readonly url: string
  readonly extensions = ''
  protocol = ''
  binaryType: BinaryType = 'blob'
  readyState: number = CONNECTING
  bufferedAmount = 0
  readonly #leaving = new AbortController()
  readonly #handlers = new Map<string, EventListener>()
  #listener: WebSocketListener | undefined
  /** The frames that were sent while the event `open` was dispatched. */
  readonly #early: FrameData[] = []
  /** Settles when everything that was sent has been delivered. A `Blob` is read first, and keeps its place. */
  #sent: Promise<void> | undefined

  constructor(
    args: Parameters<typeof toWebSocketArguments>,
    answer: (url: string, headers: Headers, signal: AbortSignal) => Promise<AnyAnswer>,
  ) {
    super()
    const { url, headers } = toWebSocketArguments(...args)
    this.url = url
    void answer(url, headers, this.#leaving.signal).then((answered) => this.#open(answered, headers))
  }

  send(data: SentData): void {
    if (this.readyState === CONNECTING) throw new DOMException('The WebSocket is not open yet.', 'InvalidStateError')
    const frame = toFrameData(data)
    if (!this.#sent && !(frame instanceof Promise)) {
      this.#deliver(frame)
      return
    }
    const sent = Promise.all([frame, this.#sent]).then(([bytes]) => this.#deliver(bytes))
    this.#sent = sent
    void sent.then(() => {
      if (this.#sent === sent) this.#sent = undefined
    })
  }

  close(code?: number, reason = ''): void {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999))
      throw new DOMException(`The close code ${code} is neither 1000 nor from 3000 to 4999.`, 'InvalidAccessError')
    if (new TextEncoder().encode(reason).length > 123)
      throw new DOMException('The reason of a close is longer than 123 bytes.', 'SyntaxError')
    if (this.readyState === CONNECTING) {
      this.#leaving.abort()
      this.#fail(new DOMException('The WebSocket was closed before it was open.', 'AbortError'))
    }
    if (this.readyState !== OPEN) return
    this.readyState = CLOSING
    const close = { code: code ?? 1005, reason }
    void Promise.resolve(this.#sent).then(() => {
      this.#listener?.onClose(close)
      this.#finish(close)
    })
  }

  async #open(answer: AnyAnswer, headers: Headers): Promise<void> {
    if (this.readyState !== CONNECTING) return
    if (answer.kind === 'passthrough') {
      const { relayUpstream } = await import('../websocket/relay-upstream.ts')
      const relayed = relayUpstream({ url: this.url, headers, signal: this.#leaving.signal })
      return this.#open(await relayed.catch((error: unknown) => ({ kind: 'network-error', error }) as const), headers)
    }
    if (answer.kind === 'network-error') return this.#fail(answer.error)
    if (answer.kind === 'response') return this.#fail(new Error(`Unexpected server response: ${answer.init.status}`))
    this.protocol = answer.protocol ?? ''
    this.readyState = OPEN
    this.dispatchEvent(new Event('open'))
    answer.connect(this.#serverEnd())
  }

  #serverEnd(): WebSocketEnd {
    return {
      send: (data) => {
        const received = toReceivedData(data, this.binaryType)
        if (this.readyState === OPEN)
          this.dispatchEvent(new MessageEvent('message', { data: received, origin: new URL(this.url).origin }))
        return undefined
      },
      close: (close) => this.#finish(close),
      listen: (listener) => {
        this.#listener = listener
        for (const frame of this.#early.splice(0)) listener.onFrame(frame)
      },
    }
  }

  #deliver(data: FrameData): void {
    if (this.readyState === CLOSED) return
    if (this.#listener) this.#listener.onFrame(data)
    else this.#early.push(data)
  }

  #fail(error: unknown): void {
    this.readyState = CLOSING
    queueMicrotask(() => {
      this.dispatchEvent(errorEvent(error))
      this.#finish({ code: BROKEN, reason: '' })
    })
  }

  #finish(close: ConnectionClose): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    queueMicrotask(() => this.dispatchEvent(closeEvent(close)))
  }

  static {
    for (const target of [CassetteWebSocket, CassetteWebSocket.prototype])
      for (const [name, value] of Object.entries(STATES))
        Object.defineProperty(target, name, { value, enumerable: true })
    for (const type of EVENTS) {
      Object.defineProperty(CassetteWebSocket.prototype, `on${type}`, {
        configurable: true,
        enumerable: true,
        get(this: CassetteWebSocket) {
          return this.#handlers.get(type) ?? null
        },
        set(this: CassetteWebSocket, handler: unknown) {
          this.#setHandler(type, handler)
        },
      })
    }
  }

  #setHandler(type: string, handler: unknown): void {
    const before = this.#handlers.get(type)
    if (before) this.removeEventListener(type, before)
    this.#handlers.delete(type)
    if (typeof handler !== 'function') return
    this.#handlers.set(type, handler as EventListener)
    this.addEventListener(type, handler as EventListener)
  }
}
