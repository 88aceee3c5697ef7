import type { RequestHandler, WebSocketHandler } from 'msw'
import { type SetupServer, setupServer } from 'msw/node'
import { listenOptions } from 'msw-cassette'
import { afterAll, afterEach, beforeAll } from 'vitest'

/**
 * Starts an MSW server for the tests of a file, and closes it after them.
 *
 * @param handlers its initial handlers; those that a test adds are removed after the test
 */
export function startMswServer(...handlers: (RequestHandler | WebSocketHandler)[]): SetupServer {
  const server = setupServer(...handlers)
  beforeAll(() => server.listen(listenOptions))
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
  return server
}
