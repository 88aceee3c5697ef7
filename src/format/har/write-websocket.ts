import { toBase64 } from '../../bytes/base64.ts'
import type { WebSocketConversation, WebSocketFrame } from '../../cassette.ts'

/**
 * Writes the fields of an entry that hold the messages of a WebSocket, as Chrome does. No tool stores how a connection closed, so
 * `_webSocketClose` is an extension.
 *
 * @param opened when the connection opened, in ms since 1970
 */
export function writeWebSocket({ frames, close }: WebSocketConversation, opened: number): object {
  return {
    _resourceType: 'websocket',
    _webSocketMessages: frames.map((frame) => toMessage(frame, opened)),
    ...(close ? { _webSocketClose: close } : {}),
  }
}

function toMessage({ from, at, data }: WebSocketFrame, opened: number): object {
  const isText = typeof data === 'string'
  return {
    type: from === 'client' ? 'send' : 'receive',
    time: (opened + at) / 1000,
    opcode: isText ? 1 : 2,
    data: isText ? data : toBase64(data),
  }
}
