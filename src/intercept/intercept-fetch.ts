import { keepOffNetwork } from '../msw/keep-off-network.ts'
import { loadMswSide } from '../msw/load-msw-side.ts'
import { type Listening, setListening } from '../msw/probe.ts'
import { registerHandler } from '../msw/registered-handlers.ts'
import { stopServer } from '../msw/stop-server.ts'
import { isRefused, type UnhandledPolicy } from '../msw/unhandled-policy.ts'
import { activeInterceptors } from '../platform/active-interceptors.ts'
import { fetchPath } from '../platform/fetch-path.ts'
import { activeSessions } from '../scope/active-sessions.ts'
import { answerFetch } from './global-fetch.ts'
import { isPlatformFetch } from './is-platform-fetch.ts'
import { networkTriggers } from './network-triggers.ts'
import { Replacement } from './replacement.ts'

interface InterceptOptions {
  /** Which tests are kept off the network. */
  readonly policy: UnhandledPolicy
  /** Whether MSW is loaded as soon as a client other than `fetch` needs it. */
  readonly intercept: 'auto' | 'fetch'
}

let policy: UnhandledPolicy = 'every-test'
let globalFetch: Replacement<typeof globalThis.fetch> | undefined

/**
 * Replaces the global `fetch` by one that answers from the cassettes of a runner's tests, without MSW. A request to another machine that
 * no cassette answers is refused, whichever client sends it.
 *
 * @returns ends it
 */
export function interceptFetch(options: InterceptOptions): () => void {
  stopServer.get()?.()
  // A polyfill, or the `fetch` of happy-dom, has behavior of its own, and sends its requests through node:http.
  if (options.intercept === 'auto' && !isPlatformFetch(globalThis.fetch)) return listenWithMsw(options.policy)
  policy = options.policy
  globalFetch ??= new Replacement(globalThis, 'fetch', createFetch)
  globalFetch.install()
  const release = keepOffNetwork(policy, 'guarded')
  fetchPath.set(options.intercept)
  registerHandler('fetch')
  const listening: Listening = { fetch: globalThis.fetch, restart: () => listening, state: 'unknown' }
  setListening(listening)
  const end = (): void => {
    release()
    fetchPath.set(undefined)
    setListening(undefined)
    stopServer.set(undefined)
  }
  if (options.intercept === 'auto') networkTriggers.install((url) => switchToMsw(url, end))
  stopServer.set(() => {
    end()
    restore()
  })
  return () => stopServer.get()?.()
}

function createFetch(replacement: Replacement<typeof globalThis.fetch>): typeof globalThis.fetch {
  return async function fetch(input, init) {
    const send = replacement.successor ?? replacement.original
    // A server of the test's own answers alone, as it does next to a server of this library.
    if (replacement.successor || activeInterceptors().major !== undefined) return send(input, init)
    return answerFetch(input, init, { policy, send })
  }
}

/** Makes MSW intercept everything from now on, unless it has nothing to do with a request. */
function switchToMsw(url: string | undefined, end: () => void): void {
  if (activeInterceptors().major !== undefined || (url !== undefined && !needsAnswer(url))) return
  // Before anything changes: it throws an error if MSW is not installed.
  const { listen } = loadMswSide('A request of a client other than `fetch`')
  end()
  globalFetch?.withdraw()
  networkTriggers.withdraw()
  const stop = listen(policy)
  globalFetch?.settle()
  networkTriggers.settle()
  stopServer.set(() => {
    stop()
    restore()
  })
}

/** Requests to this machine that no session answers stay as they are. */
function needsAnswer(url: string): boolean {
  const request = { method: 'POST', url, headers: new Headers() }
  return isRefused(url, policy) || activeSessions().some(({ coverage }) => coverage.isTelemetry(request))
}

function restore(): void {
  globalFetch?.restore()
  networkTriggers.restore()
}

function listenWithMsw(policy: UnhandledPolicy): () => void {
  return loadMswSide('A `fetch` that is not that of Node').listen(policy)
}
