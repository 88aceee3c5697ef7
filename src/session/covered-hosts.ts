import type { Cassette } from '../cassette.ts'
import { toHttpUrl } from '../http/web-socket-url.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { type Check, listOf } from '../options/checks.ts'
import { parseHostPattern } from './host-pattern.ts'

/** Checks the option `hosts`. */
export const checkHosts: Check = listOf(
  (host) => typeof host === 'string' && parseHostPattern(host) !== undefined,
  "a list of hosts such as 'api.openai.com', '*.example.com', 'localhost:8080', 'localhost:*' or '*'",
)

/**
 * Creates the filter that selects the URLs a session answers: those with a host of its cassette or of the option `hosts`. A
 * session that uses the network and names no hosts answers for every host except this machine.
 *
 * @param cassette the loaded cassette
 * @param matcher decides which hosts are the same
 * @param hosts the option, see `parseHostPattern`
 * @param reach whether the session uses the network
 */
export function createHostFilter(
  { interactions }: Cassette,
  matcher: RequestMatcher,
  hosts: readonly string[] | undefined,
  reach: 'recorded-hosts' | 'all-hosts',
): (url: string) => boolean {
  // A host is covered for HTTP and for WebSockets.
  const originOf = (url: string): string | undefined => toHttpUrl(matcher.origin(url) ?? '') || undefined
  let origins: Set<string | undefined> | undefined
  const isNamed = hosts ? createNamedHostFilter(hosts) : reach === 'all-hosts' ? isRemote : () => false
  return (url) => {
    const origin = originOf(url)
    origins ??= new Set(interactions.map(({ request }) => originOf(request.url)))
    return origin !== undefined && (origins.has(origin) || isNamed(new URL(toHttpUrl(url))))
  }
}

function createNamedHostFilter(hosts: readonly string[]): (url: URL) => boolean {
  const patterns = hosts.flatMap((host) => parseHostPattern(host) ?? [])
  return (url) => patterns.some((matches) => matches(url))
}

/** Tells whether a URL leads to another machine: a test sends requests to its own servers all the time. */
export function isRemote({ protocol, hostname }: URL): boolean {
  return (
    /^https?:$/.test(protocol) && !/^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(hostname)
  )
}
