import type { ConnectionClose, FrameData, WebSocketEnd, WebSocketListener } from '../http/web-socket-end.ts'
import { EarlyEvents } from './early-events.ts'

/** Wraps a `WebSocket` of the browser that is not open yet. */
export function toPageSocketEnd(socket: WebSocket): WebSocketEnd {
  return new PageSocketEnd(socket)
}

class PageSocketEnd implements WebSocketEnd {
  readonly #socket: WebSocket
  readonly #events = new EarlyEvents()

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      const frame = typeof data === 'string' ? data : new Uint8Array(data)
      this.#events.emit(({ onFrame }) => onFrame(frame))
    })
    socket.addEventListener('close', ({ code, reason }) =>
      this.#events.emit(({ onClose }) => onClose({ code, reason })),
    )
  }

  /** A page can't find out when its peer has read. */
  send(data: FrameData): undefined {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(data)
  }

  /** A page can't break a connection, and can send only some of the codes. */
  close({ code, reason }: ConnectionClose): void {
    if (code === 1000 || (code >= 3000 && code <= 4999)) this.#socket.close(code, reason)
    else this.#socket.close()
  }

  listen(listener: WebSocketListener): void {
    this.#events.listen(listener)
  }
}
