import { setupServer } from 'msw/node'
import { createHandler, createLastHandler, type NetworkGuard } from './handler.ts'

// On the global object, since a setup file is evaluated once for each test file, and modules may be more than once.
const KEY = Symbol.for('msw-cassette/server/1')
const holder = globalThis as { [KEY]?: () => void }

/**
 * Starts the server through which the cassettes of a runner's tests answer; once, however often it is called. A request
 * to another machine that neither a cassette nor a server of the test answers is refused, and never reaches the network.
 *
 * @param guard which tests are kept off the network
 * @returns stops it
 */
export function listen(guard: NetworkGuard): () => void {
  holder[KEY] ??= start(guard)
  return holder[KEY]
}

function start(guard: NetworkGuard): () => void {
  const server = setupServer(createHandler(), createLastHandler(guard))
  // MSW 2 knows only the first name, MSW 3 only the second. What gets here is this machine's, or no HTTP.
  const options: Record<string, unknown> = { onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' }
  server.listen(options)
  return () => {
    server.close()
    delete holder[KEY]
  }
}
