import type { WebSocket } from 'ws'
import type { ConnectionClose, FrameData, WebSocketEnd, WebSocketListener } from '../http/web-socket-end.ts'

/** A sender waits for its peer if this many bytes are waiting to be read. */
const HIGH_WATER_MARK = 1024 * 1024

/** Wraps an open socket of `ws`. Events that happen before `listen` are kept for the listener. */
export function toWebSocketEnd(socket: WebSocket): WebSocketEnd {
  const early: ((listener: WebSocketListener) => void)[] = []
  let emit = (event: (listener: WebSocketListener) => void): void => void early.push(event)
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const frame = isBinary ? new Uint8Array(data) : data.toString()
    emit(({ onFrame }) => onFrame(frame))
  })
  socket.on('close', (code, reason) => emit(({ onClose }) => onClose({ code, reason: reason.toString() })))
  // The close follows.
  socket.on('error', () => {})
  return {
    send: (data) => send(socket, data),
    close: (close) => end(socket, close),
    listen(listener) {
      emit = (event) => event(listener)
      for (const event of early.splice(0)) event(listener)
    },
  }
}

function send(socket: WebSocket, data: FrameData): Promise<void> | undefined {
  if (socket.readyState !== socket.OPEN) return undefined
  if (socket.bufferedAmount < HIGH_WATER_MARK) {
    socket.send(data)
    return undefined
  }
  return new Promise((resolve) => socket.send(data, () => resolve()))
}

function end(socket: WebSocket, { code, reason }: ConnectionClose): void {
  if (code === 1005) socket.close()
  else if (canBeSent(code)) socket.close(code, reason)
  else socket.terminate()
}

/** The codes that a close frame can contain: RFC 6455, section 7.4. */
function canBeSent(code: number): boolean {
  return (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999)
}
