import type { Cassette } from '../cassette.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { checkOption } from '../options/check-options.ts'

/**
 * Builds the test whether requests to a URL are for a session to answer: those to the hosts of its cassette and to those
 * that the option `hosts` names. A session that asks the network, and names none, answers for all but this machine.
 *
 * @param cassette what was loaded
 * @param matcher which hosts are the same
 * @param hosts the option: `api.openai.com`, `*.example.com`, `localhost:8080`
 * @param reach whether the session asks the network
 * @throws CassetteOptionError
 */
export function createHostFilter(
  { interactions }: Cassette,
  matcher: RequestMatcher,
  hosts: readonly string[] | undefined,
  reach: 'recorded-hosts' | 'all-hosts',
): (url: string) => boolean {
  let origins: Set<string | undefined> | undefined
  const isNamed = hosts ? createNamedHostFilter(hosts) : reach === 'all-hosts' ? isElsewhere : () => false
  return (url) => {
    const origin = matcher.origin(url)
    origins ??= new Set(interactions.map(({ request }) => matcher.origin(request.url)))
    return origin !== undefined && (origins.has(origin) || isNamed(new URL(url)))
  }
}

function createNamedHostFilter(hosts: readonly string[]): (url: URL) => boolean {
  const isList = Array.isArray(hosts) && hosts.every((host) => typeof host === 'string' && /^[^/\s]+$/.test(host))
  checkOption('hosts', isList, hosts, "a list of hosts such as 'api.openai.com', '*.example.com' or 'localhost:8080'")
  const names = hosts.map((host) => host.toLowerCase())
  return (url) => names.some((name) => matchesHost(name, url.host) || matchesHost(name, url.hostname))
}

function matchesHost(name: string, host: string): boolean {
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name
}

/** Not this machine: a test talks to its own servers all the time. */
export function isElsewhere({ protocol, hostname }: URL): boolean {
  return (
    /^https?:$/.test(protocol) && !/^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(hostname)
  )
}
