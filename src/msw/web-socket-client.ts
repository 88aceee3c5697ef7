import type { ConnectionClose, FrameData, WebSocketEnd } from '../http/web-socket-end.ts'
import { type SentData, toFrameData, toReceivedData } from '../upgrade/frame-data.ts'
import { BROKEN, errorEvent } from '../upgrade/web-socket-events.ts'

/** The client of a connection, as both versions of MSW pass it to a handler. */
export interface MswClient {
  readonly url: URL
  /** The object that the code under test holds. */
  readonly socket: WebSocket
  send(data: string | ArrayBuffer | Blob): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'message', listener: (event: MessageEvent<SentData>) => void): void
  addEventListener(type: 'close', listener: (event: CloseEvent) => void): void
}

/** Wraps the client of an open connection. */
export function toWebSocketEnd(client: MswClient): WebSocketEnd {
  return {
    send(data) {
      client.send(toReceivedData(data, client.socket.binaryType))
      return undefined
    },
    close: (close) => closeClient(client, close),
    listen({ onFrame, onClose }) {
      // A `Blob` is read first, and keeps its place.
      let delivered: Promise<void> | undefined
      const deliver = (frame: FrameData | Promise<FrameData>): void => {
        if (!delivered && !(frame instanceof Promise)) onFrame(frame)
        else delivered = Promise.all([frame, delivered]).then(([data]) => onFrame(data))
      }
      client.addEventListener('message', ({ data }) => deliver(toFrameData(data)))
      client.addEventListener('close', ({ code, reason }) => {
        void Promise.resolve(delivered).then(() => onClose({ code, reason }))
      })
    },
  }
}

/** Fails a connection that is not open yet, with the whole text of an error. */
export function failClient(client: MswClient, error: unknown): void {
  client.socket.dispatchEvent(errorEvent(error))
  closeClient(client, { code: BROKEN, reason: '' })
}

/**
 * Fails a connection that nothing answers. MSW only dispatches an error, and then opens the connection, so that the code under test
 * waits forever.
 *
 * @param createError called if MSW refuses the connection
 */
export function failIfRefused(client: MswClient, createError: () => Error): void {
  const { socket } = client
  Object.assign(socket, {
    dispatchEvent(event: Event) {
      Reflect.deleteProperty(socket, 'dispatchEvent')
      const isRefused = event.type === 'error' && 'cause' in event && socket.readyState === socket.CONNECTING
      if (!isRefused) return socket.dispatchEvent(event)
      failClient(client, createError())
      return true
    },
  })
}

/** MSW's own `close` is always a clean one. */
function closeClient(client: MswClient, { code, reason }: ConnectionClose): void {
  const { socket } = client
  const key = Object.getOwnPropertySymbols(Object.getPrototypeOf(socket)).find(
    ({ description }) => description === 'kClose',
  )
  const close: unknown = key && Reflect.get(socket, key)
  if (code === BROKEN && typeof close === 'function') close.call(socket, code, reason, false)
  else client.close(code, reason)
}
