import type { WebSocket } from 'ws'
import type { ConnectionClose, FrameData, WebSocketEnd, WebSocketListener } from '../http/web-socket-end.ts'
import { EarlyEvents } from './early-events.ts'

/** A sender waits for its peer if this many bytes are waiting to be read. */
const HIGH_WATER_MARK = 1024 * 1024

/** Wraps an open socket of `ws`. */
export function toWebSocketEnd(socket: WebSocket): WebSocketEnd {
  return new WsEnd(socket)
}

class WsEnd implements WebSocketEnd {
  readonly #socket: WebSocket
  readonly #events = new EarlyEvents()
  /** Settles when the last frame was written. */
  #written: Promise<void> = Promise.resolve()

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer, isBinary) => {
      const frame = isBinary ? new Uint8Array(data) : data.toString()
      this.#events.emit(({ onFrame }) => onFrame(frame))
    })
    socket.on('close', (code, reason) =>
      this.#events.emit(({ onClose }) => onClose({ code, reason: reason.toString() })),
    )
    // The close follows.
    socket.on('error', () => {})
  }

  get flow(): Pick<WebSocket, 'pause' | 'resume'> {
    return this.#socket
  }

  send(data: FrameData): Promise<void> | undefined {
    const socket = this.#socket
    if (socket.readyState !== socket.OPEN) return undefined
    this.#written = new Promise((resolve) => socket.send(data, { compress: false }, () => resolve()))
    return socket.bufferedAmount < HIGH_WATER_MARK ? undefined : this.#written
  }

  close({ code, reason }: ConnectionClose): void {
    // The peer answers with a close of its own.
    this.#socket.resume()
    if (code === 1005) this.#socket.close()
    else if (canBeSent(code)) this.#socket.close(code, reason)
    else void this.#written.then(() => this.#socket.terminate())
  }

  listen(listener: WebSocketListener): void {
    this.#events.listen(listener)
  }
}

/** The codes that a close frame can contain: RFC 6455, section 7.4. */
function canBeSent(code: number): boolean {
  return (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999)
}
