import { test as base } from '@playwright/test'
import { rememberHosts } from './msw/ended-hosts.ts'
import { listen } from './msw/listen.ts'
import { assertServerIntercepts } from './msw/probe.ts'
import { createSession } from './open/create-session.ts'
import type { CassetteSession } from './open/public-session.ts'
import { cassettePath, isCassetteName } from './runner/cassette-path.ts'
import { currentTest } from './runner/current-test.ts'
import { finishTest } from './runner/finish-test.ts'
import { enterScope } from './scope/active-sessions.ts'
import type { CassetteOptions } from './session/cassette-options.ts'
import { mergeOptions } from './session/merge-options.ts'

// At the top level, so that it also intercepts clients that are created while a module loads. Tests without a cassette are not
// affected.
listen('tests-with-a-cassette')

/** The fixtures that `test` adds to Playwright's. */
export interface CassetteFixtures {
  /** The session of the test. It answers the requests of the Node process, not those of the browser. */
  readonly cassette: CassetteSession
  /** The options of the cassette: `test.use({ cassetteOptions: { … } })`. Default `{}`. */
  readonly cassetteOptions: CassetteOptions
  /** The name or path of the cassette: `test.use({ cassetteName: 'greeting' })`. Default: the name of the test. */
  readonly cassetteName: string | undefined
}

/**
 * Playwright's `test` with a `cassette` fixture. Each test that uses the fixture gets a cassette that is named after the test,
 * `__cassettes__/<test file>/<name>.yaml`. It answers the requests of the test process, from `fetch`, `node:http` and SDKs. For
 * the requests of a page, use Playwright's `page.route`.
 *
 * @example
 * test('says hi', async ({ cassette }) => { … })
 */
export const test = base.extend<CassetteFixtures>({
  cassetteOptions: [{}, { option: true }],
  cassetteName: [undefined, { option: true }],
  cassette: async ({ cassetteOptions, cassetteName }, use, info) => {
    const source = isCassetteName(cassetteName) ? cassettePath(toTest(info), cassetteName) : cassetteName
    await assertServerIntercepts()
    // The fixture contains only the innermost value: test.use replaces that of the configuration.
    const { cassetteOptions: project = {} } = info.project.use as Partial<CassetteFixtures>
    const options = project === cassetteOptions ? project : mergeOptions(project, cassetteOptions)
    const session = createSession({ source, options, saving: 'deferred' })
    // A worker runs one test at a time, so the session can answer every request of the process.
    enterScope(session)
    await use(session)
    rememberHosts(session)
    await finishTest(session, info.status === 'passed' ? 'passed' : 'failed', info.errors, { requestedBy: 'test' })
  },
})

export { expect } from '@playwright/test'

function toTest(info: unknown): { file: string; name: string } {
  const test = currentTest([info])
  if (!test) throw new Error('Playwright did not report which test is running.')
  return test
}
