import { setupServer } from 'msw/node'
import { createFallbackHandler, createHandler, createProbeHandler, type UnhandledPolicy } from './handler.ts'
import { type Listening, noteListening } from './probe.ts'

// On the global object, since a setup file is evaluated once for each test file, and modules may be more than once.
const KEY = Symbol.for('msw-cassette/server/1')
const holder = globalThis as { [KEY]?: () => void }

/**
 * Starts the server through which the cassettes of a runner's tests answer; anew for each test file of a process, since one
 * before it may have started, and closed, a server of its own. A request to another machine that no cassette answers is
 * refused, and never reaches the network.
 *
 * @param guard which tests are kept off the network
 * @returns stops it
 */
export function listen(guard: UnhandledPolicy): () => void {
  holder[KEY]?.()
  const server = setupServer(createProbeHandler(), createHandler(), createFallbackHandler(guard))
  const start = (): Listening => {
    // MSW 2 knows only the first name, MSW 3 only the second. What gets here is this machine's, or no HTTP.
    const options: Record<string, unknown> = { onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' }
    server.listen(options)
    const listening: Listening = { fetch: globalThis.fetch, restart, state: 'unknown' }
    noteListening(listening)
    return listening
  }
  const restart = (): Listening => {
    server.close()
    return start()
  }
  start()
  const stop = (): void => {
    server.close()
    noteListening(undefined)
    delete holder[KEY]
  }
  holder[KEY] = stop
  return stop
}
