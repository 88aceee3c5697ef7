import type { HttpHandler } from 'msw'
import { createHandler } from './handler.ts'

/**
 * Makes the handler through which `withCassette` answers. Put it once into the server of the setup file; a server that
 * has any handlers of `fromCassette` needs it no more.
 *
 * @example
 * const server = setupServer(...scopedCassettes())
 * server.listen(listenOptions)
 */
export function scopedCassettes(): HttpHandler[] {
  return [createHandler()]
}
