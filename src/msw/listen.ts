import { setupServer } from 'msw/node'
import { createFallbackHandler, createHandler, createProbeHandler, createWebSocketHandler } from './handler.ts'
import { keepOffNetwork } from './keep-off-network.ts'
import { prepareServer } from './prepare-server.ts'
import { type Listening, setListening } from './probe.ts'
import { registeredMajor } from './registered-handlers.ts'
import { stopServer } from './stop-server.ts'
import type { UnhandledPolicy } from './unhandled-policy.ts'

/**
 * Starts the server through which the cassettes of a runner's tests answer. It starts again for each test file of a process,
 * because an earlier file might have started and closed a server of its own. A request to another machine that no cassette
 * answers is refused, and never reaches the network.
 *
 * @param policy which tests are kept off the network
 * @returns stops the server
 */
export function listen(policy: UnhandledPolicy): () => void {
  stopServer.get()?.()
  const server = setupServer(
    createProbeHandler(),
    createHandler(),
    createFallbackHandler(policy),
    createWebSocketHandler(policy),
  )
  const start = (): Listening => {
    // MSW 2 knows only the first name, MSW 3 only the second. Unhandled requests go to this machine or are not HTTP.
    const options: Record<string, unknown> = { onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' }
    prepareServer()
    server.listen(options)
    const listening: Listening = { fetch: globalThis.fetch, restart, state: 'unknown' }
    setListening(listening)
    return listening
  }
  const restart = (): Listening => {
    server.close()
    return start()
  }
  start()
  const release = keepOffNetwork(policy, registeredMajor() === 2 ? 'guarded' : 'seen-by-msw')
  const stop = (): void => {
    release()
    server.close()
    setListening(undefined)
    stopServer.set(undefined)
  }
  stopServer.set(stop)
  return stop
}
