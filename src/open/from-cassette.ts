import type { HttpHandler } from 'msw'
import { type CassetteOptions, checkOptions } from '../session/cassette-options.ts'
import type { CassetteSource } from '../session/cassette-source.ts'
import { createSession } from './create-session.ts'

/**
 * Creates MSW handlers that answer from cassettes for the lifetime of their server. The recordings of a request are played in
 * order, and the last one repeats. Unplayed recordings are not an error, and neither is a fault that never happened.
 *
 * @param source one or several of: a path, a `file:` URL, a parsed cassette or the text of one
 * @param options see `CassetteOptions`; here `repeat` is `'last'` and `onUnplayed` is `'ignore'` by default
 * @returns handlers to spread into `setupServer`, `setupWorker` or `server.use`
 * @throws CassetteError if a cassette can't be loaded or an option is wrong
 * @example
 * const server = setupServer(...fromCassette('fixtures/greeting.yaml'))
 */
export function fromCassette(
  source: CassetteSource | readonly CassetteSource[],
  options: CassetteOptions = {},
): HttpHandler[] {
  checkOptions(options)
  const sources = Array.isArray(source) ? source : [source]
  return sources.flatMap((each) => {
    const session = createSession({ source: each, options, builtInDefaults, saving: 'immediate' })
    session.log.limit()
    return session.handlers
  })
}

const builtInDefaults = { repeat: 'last', onUnplayed: 'ignore' } as const satisfies CassetteOptions
