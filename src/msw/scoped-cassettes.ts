import type { HttpHandler, WebSocketHandler } from 'msw'
import { createHandler } from './handler.ts'
import { createWebSocketHandler } from './web-socket-handler.ts'

/**
 * Creates the handlers through which `withCassette` answers. Put it into the server of your setup file once. A server with any
 * handler of `fromCassette` does not need it.
 *
 * @example
 * const server = setupServer(...scopedCassettes())
 * server.listen(listenOptions)
 */
export function scopedCassettes(): (HttpHandler | WebSocketHandler)[] {
  return [createHandler(), createWebSocketHandler()]
}
