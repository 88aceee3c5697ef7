import { setupWorker } from 'msw/browser'
import { globalSlot } from '../platform/global-slot.ts'
import { createFallbackHandler, createHandler } from './handler.ts'
import type { UnhandledPolicy } from './unhandled-policy.ts'
import { createWebSocketGuard, createWebSocketHandler } from './web-socket-handler.ts'

// Without isolation, a setup file is evaluated once for each test file of a page.
const stopWorker = globalSlot<() => void>('worker/1')

/**
 * Starts the service worker through which the cassettes of a page's tests answer. A request to another machine that no cassette
 * answers is refused, and never reaches the network.
 *
 * @param url the URL of the script of MSW's worker
 * @param policy which tests are kept off the network
 */
export async function startWorker(url: string, policy: UnhandledPolicy): Promise<void> {
  stopWorker.get()?.()
  const worker = setupWorker(
    createHandler(),
    createFallbackHandler(policy),
    createWebSocketHandler(),
    createWebSocketGuard(policy),
  )
  // MSW 2 knows only the first name of the option, MSW 3 only the second. Unhandled requests go to this machine or are not HTTP.
  const unhandled: Record<string, unknown> = { onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' }
  await worker.start({ ...unhandled, quiet: true, serviceWorker: { url } })
  stopWorker.set(() => worker.stop())
}
