import { CassetteSessionError } from '../errors/errors.ts'
import { guardSockets } from '../escape/guard-sockets.ts'
import { networkPolicy } from '../escape/network-policy.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { isRefused, type UnhandledPolicy } from './unhandled-policy.ts'

/**
 * Keeps requests of clients that nothing answers off the network.
 *
 * @param sockets whether connections are watched that MSW does not see
 * @returns ends it
 */
export function keepOffNetwork(policy: UnhandledPolicy, sockets: 'guarded' | 'seen-by-msw'): () => void {
  networkPolicy.set((url) => (isRefused(url, policy) ? refuse(url) : undefined))
  const unguard = sockets === 'guarded' ? guardSockets() : () => {}
  return () => {
    unguard()
    networkPolicy.set(undefined)
  }
}

function refuse(url: string): Error {
  return new CassetteSessionError(
    `msw-cassette refused a connection to ${maskUrl(url)}: requests don't reach the network by accident, and the client that opened it ` +
      "is not answered. Use the global `fetch`, or, with `intercept: 'fetch'`, set it to 'auto' or 'msw'. See docs/escapes.md.",
  )
}
