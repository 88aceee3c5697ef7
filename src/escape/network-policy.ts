import { CassetteSessionError } from '../errors/errors.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { maskUrl } from '../secret/mask-url.ts'

/** Tells whether the setup of a runner lets no request reach a URL; empty without such a setup. */
export const networkPolicy = globalSlot<(url: string) => boolean>('network-policy/1')

/**
 * Refuses a request to another machine from a client that nothing answers, in a test with or without a cassette.
 *
 * @returns undefined if the request may pass
 */
export function refuseByPolicy(url: string): Error | undefined {
  if (!networkPolicy.get()?.(url)) return undefined
  return new CassetteSessionError(
    `msw-cassette refused a connection to ${maskUrl(url)}: requests don't reach the network by accident, and the client that opened it ` +
      "is not answered. Use the global `fetch`, or, with `intercept: 'fetch'`, set it to 'auto' or 'msw'. See docs/escapes.md.",
  )
}
