import { refuseOption } from '../options/checks.ts'
import { type Provider, providers } from './providers.ts'

/** The origin of each route of a server, by the first segment of its path, such as `{ openai: 'https://api.openai.com' }`. */
export type Routes = Readonly<Record<string, string>>

/**
 * Adds the routes of an option to those of the known providers.
 *
 * @param routes the option `routes`
 * @throws CassetteOptionError for a name that is not a segment of a path, or an address with more than an origin and a path
 */
export function resolveRoutes(routes: Routes = {}): Provider[] {
  const own = Object.entries(routes).map(([name, origin]) => {
    if (!/^[\w-]+(?:\.[\w-]+)*$/.test(name))
      refuseOption('routes', name, 'a map whose names are letters, digits and dashes')
    if (!isOrigin(origin)) refuseOption(`routes.${name}`, origin, "an address such as 'https://api.openai.com'")
    return { name, origin: origin.replace(/\/$/, '') }
  })
  const known = providers.map((provider) => {
    const { origin = provider.origin } = own.find(({ name }) => name === provider.name) ?? {}
    return { ...provider, origin }
  })
  return [...known, ...own.filter(({ name }) => !known.some((provider) => provider.name === name))]
}

function isOrigin(text: unknown): text is string {
  if (typeof text !== 'string' || !URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash
}

/**
 * Finds the address for which a server received a request.
 *
 * @param path the path and the query of the request, such as `/openai/v1/models?limit=2`
 * @returns undefined if no route has this path
 */
export function toUpstreamUrl(path: string, routes: readonly Provider[]): string | undefined {
  const [, name, rest = ''] = /^\/([^/?]+)(.*)$/s.exec(path) ?? []
  const route = routes.find((each) => each.name === name)
  if (!route?.origin.includes('{}')) return route && route.origin + versionOf(route, rest) + rest
  const [, place, remaining = ''] = /^\/([\w-]+)(.*)$/s.exec(rest) ?? []
  return place === undefined ? undefined : route.origin.replace('{}', place) + remaining
}

/**
 * Finds the path under which a server offers an address, such as `/openai/v1/models`.
 *
 * @returns undefined if no route leads to the address
 */
export function toServedPath(url: string, routes: readonly Provider[]): string | undefined {
  for (const { name, origin } of routes) {
    const [start = '', end = ''] = origin.split('{}')
    const place = url.slice(start.length, Math.max(start.length, url.indexOf(end, start.length)))
    const rest = url.slice(start.length + place.length + end.length)
    if (url !== start + place + end + rest || !/^(?:[/?#]|$)/.test(rest)) continue
    if (!origin.includes('{}')) return `/${name}${rest}`
    if (/^[\w-]+$/.test(place)) return `/${name}/${place}${rest}`
  }
  return undefined
}

/** Returns the version that a path lacks, or an empty string. */
function versionOf({ version }: Provider, path: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(path) ?? []
  return version?.before.includes(first) ? version.path : ''
}
