import type { WebSocketEnd } from '../http/web-socket-end.ts'

/** The end of a client that has left before its connection was open. */
export const closedEnd: WebSocketEnd = {
  send: () => undefined,
  close() {},
  listen: ({ onClose }) => onClose({ code: 1006, reason: '' }),
}
