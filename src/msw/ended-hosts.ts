import { globalSlot } from '../platform/global-slot.ts'
import type { Session } from '../session/session.ts'

const slot = globalSlot<Set<string>>('ended-hosts/1')

/**
 * Keeps the hosts of a test's cassette off the network after the test: a request that the test did not wait for can be sent
 * later.
 *
 * @param session the session of the test that has ended
 */
export function rememberHosts({ cassette, recorded, requests }: Session): void {
  const urls = [...cassette.interactions, ...recorded].map(({ request }) => request.url)
  const origins = slot.getOrCreate(() => new Set())
  for (const url of [...urls, ...requests.map((request) => request.url)]) origins.add(originOf(url))
}

/** Tells whether an earlier test had a cassette for a host. */
export function isRemembered(url: string): boolean {
  return slot.get()?.has(originOf(url)) ?? false
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}
