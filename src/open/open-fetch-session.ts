import { sessionModules } from '#session-modules'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { CassetteSource } from '../session/cassette-source.ts'
import { type FetchSession, SessionWithFetch } from './fetch-session.ts'
import { type Opening, prepareSession } from './prepare-session.ts'
import { createWithCassette, findTestSession, type WithCassette } from './test-decorator.ts'

/**
 * Opens a cassette without MSW: each recording is played once, and unplayed recordings are an error. If the mode allows it,
 * requests that are not in the cassette go to the network and are recorded.
 *
 * @param source in Node, Bun and Deno a path or a `file:` URL; anywhere the text of a cassette or a parsed one. In a page, text
 *   has to be a go-vcr version 2 file; pass other formats through `parseCassette` first.
 * @param options see `CassetteOptions`
 * @returns the session; it answers through its `fetch`
 * @throws CassetteError immediately, not in the middle of a test, if the cassette can't be loaded or written or an option is
 *   wrong
 * @example
 * await using session = openCassette('fixtures/greeting.yaml')
 * const client = new OpenAI({ apiKey: 'not-needed', fetch: session.fetch })
 * expect(await greet(client)).toBe('Olá!')
 * session.verify()
 */
export function openCassette(source: CassetteSource, options: CassetteOptions = {}): FetchSession {
  return createFetchSession({ source, options, saving: 'immediate' })
}

/**
 * Gives one test its cassette without MSW: opened when the test begins, verified and closed when it ends. The test takes the
 * session from `currentSession()` and passes its `fetch` to the client.
 *
 * @param source see `openCassette`; or a name, without a slash or an extension, for the file
 *   `__cassettes__/<test file>/<name>.yaml`; default: the name of the test, if the runner provides it
 * @param options see `CassetteOptions`
 * @param fn the test; without it, a decorator for a class method is returned
 * @returns a function with the same parameters, for any test runner
 * @example
 * test('says hi', withCassette('fixtures/greeting.yaml', async () => {
 *   const client = new OpenAI({ apiKey: 'not-needed', fetch: currentSession()?.fetch })
 *   …
 * }))
 */
export const withCassette: WithCassette = /* @__PURE__ */ createWithCassette({
  createSession: createFetchSession,
  assertReachable: async () => {},
})

/** Returns the session of the running test inside `withCassette`; undefined outside. */
export function currentSession(): FetchSession | undefined {
  return findTestSession((session): session is SessionWithFetch => 'fetch' in session)
}

/** Opens a cassette without MSW, and returns the session as the library itself uses it. */
export function createFetchSession(opening: Opening): SessionWithFetch {
  return new SessionWithFetch(prepareSession(opening, sessionModules))
}
