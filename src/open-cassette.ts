import { type CassetteOptions, checkOptions } from './options.ts'
import { type CassetteSession, Session } from './session.ts'
import { type CassetteSource, loadCassette } from './source.ts'

/**
 * Opens a cassette for one test: each recording is played once, and what is left over is an error.
 *
 * @param source a path, a `file:` URL, a parsed cassette or the text of one
 * @param options see `CassetteOptions`
 * @returns the session; it answers once its handlers are in a server, or through its `fetch`
 * @throws CassetteError where the cassette can't be loaded or an option is wrong: here and at once, not in the test
 * @example
 * await using session = openCassette('fixtures/greeting.yaml')
 * server.use(...session.handlers)
 * expect(await greet()).toBe('Olá!')
 * session.verify()
 */
export function openCassette(source: CassetteSource, options: CassetteOptions = {}): CassetteSession {
  return createSession(source, options)
}

/** `openCassette`, with the session as the library itself sees it. */
export function createSession(source: CassetteSource, options: CassetteOptions): Session {
  checkOptions(options)
  return new Session(loadCassette(source, 'replay'), options)
}
