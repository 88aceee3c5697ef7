import { assertServerIntercepts } from '../msw/probe.ts'
import { assertHandlersRegistered } from '../msw/registered-handlers.ts'
import { createRunnerSession, type RunnerSession } from './create-runner-session.ts'
import type { CassetteSession } from './public-session.ts'
import { createWithCassette, findTestSession, type WithCassette } from './test-decorator.ts'

/**
 * Gives one test its cassette, as `withCassette` of `msw-cassette` does. Requests are answered through the setup of this runner, and MSW
 * is loaded only if that needs it.
 *
 * @param source a path, a `file:` URL, a parsed cassette or the text of one; or a name, without a slash or an extension, for
 *   the file `__cassettes__/<test file>/<name>.yaml` next to the test file; default: the name of the test
 * @param options see `CassetteOptions`
 * @param fn the test; without it, a decorator is returned
 * @returns a function with the same parameters
 * @example
 * test('says hi', withCassette(async () => { … }))
 */
export const withCassette: WithCassette = /* @__PURE__ */ createWithCassette({
  createSession: createRunnerSession,
  async assertReachable({ path }) {
    assertHandlersRegistered(path)
    await assertServerIntercepts()
  },
})

/** Returns the session of the running test inside `withCassette`; undefined outside. */
export function currentSession(): CassetteSession | undefined {
  return findTestSession((session): session is RunnerSession => 'handlers' in session)
}
