import type { HttpHandler } from 'msw'
import { type CassetteOptions, checkOptions } from '../session/cassette-options.ts'
import type { CassetteSource } from '../session/load-cassette.ts'
import { createSession } from './open-cassette.ts'

/**
 * Makes MSW handlers that answer from cassettes, for as long as their server lives. Each recording is played in turn, and
 * the last one of its kind again and again; what is never asked for is no error.
 *
 * @param source one or several of: a path, a `file:` URL, a parsed cassette or the text of one
 * @param options see `CassetteOptions`; here `repeat` is `'last'` and `onUnplayed` is `'ignore'` by default
 * @returns handlers to spread into `setupServer`, `setupWorker` or `server.use`
 * @throws CassetteError where a cassette can't be loaded or an option is wrong
 * @example
 * const server = setupServer(...fromCassette('fixtures/greeting.yaml'))
 */
export function fromCassette(
  source: CassetteSource | readonly CassetteSource[],
  options: CassetteOptions = {},
): HttpHandler[] {
  checkOptions(options)
  const sources = Array.isArray(source) ? source : [source]
  const { repeat = 'last', onUnplayed = 'ignore' } = options
  const lasting: CassetteOptions = { ...options, repeat, onUnplayed }
  return sources.flatMap((each) => createSession(each, lasting, 'as-recorded').disableRequestLog().handlers)
}
