import { test as base } from '@playwright/test'
import { listen } from './msw/listen.ts'
import { assertServerIntercepts } from './msw/probe.ts'
import { createSession } from './open/create-session.ts'
import type { CassetteSession } from './open/public-session.ts'
import { cassettePath } from './runner/cassette-path.ts'
import { currentTest } from './runner/current-test.ts'
import { enterScope } from './scope/active-sessions.ts'
import type { CassetteOptions } from './session/cassette-options.ts'

// At the top level: clients that are made as a module is loaded are caught, too. Tests without a cassette go on as they were.
listen('tests-with-a-cassette')

/** What `test` adds to Playwright's own fixtures. */
export interface CassetteFixtures {
  /** The session of the test; it answers what Node asks, not what the browser does. */
  readonly cassette: CassetteSession
  /** Set with `test.use({ cassetteOptions: { … } })`. */
  readonly cassetteOptions: CassetteOptions
  /** A name instead of the test's, or a path: `test.use({ cassetteName: 'greeting' })`. */
  readonly cassetteName: string | undefined
}

/**
 * Playwright's `test` with a cassette for each test that asks for one by naming the fixture. It is named after the test,
 * `__cassettes__/<test file>/<name>.yaml`, and answers what the test's own process asks: `fetch`, `node:http`, SDKs. What a
 * page asks is for Playwright's `page.route`.
 *
 * @example
 * test('says hi', async ({ cassette }) => { … })
 */
export const test = base.extend<CassetteFixtures>({
  cassetteOptions: [{}, { option: true }],
  cassetteName: [undefined, { option: true }],
  cassette: async ({ cassetteOptions, cassetteName }, use, info) => {
    const source = cassetteName?.match(/[/\\.]/) ? cassetteName : cassettePath(toTest(info), cassetteName)
    await assertServerIntercepts()
    const session = createSession({ source, options: cassetteOptions, saving: 'deferred' })
    // A worker runs one test at a time, so it can answer for all that the process asks.
    enterScope(session)
    try {
      await use(session)
      // Of a test that failed, too: a mismatch may be why, and is shown beside its own error.
      if (info.status === 'passed' || session.mismatches.length > 0) session.verify()
      if (info.status === 'passed') await session.close()
    } finally {
      session.end()
    }
  },
})

export { expect } from '@playwright/test'

function toTest(info: unknown): { file: string; name: string } {
  const test = currentTest([info])
  if (!test) throw new Error('Playwright said nothing of the test that is running.')
  return test
}
