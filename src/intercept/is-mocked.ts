import { globalDispatchers } from '../http/release-pooled-sockets.ts'

/**
 * Tells whether a mock of undici, such as `MockAgent`, answers a `fetch`. It answers before anything reaches a socket, so MSW does not
 * see such a request either.
 */
export function isMocked(init: (RequestInit & { readonly dispatcher?: unknown }) | undefined): boolean {
  return (init?.dispatcher ? [init.dispatcher] : globalDispatchers()).some(
    (dispatcher) => typeof dispatcher === 'object' && /^(?:Mock|Snapshot)/.test(dispatcher?.constructor.name ?? ''),
  )
}
