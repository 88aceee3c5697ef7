import type { TestInfo } from '@playwright/test'
import { test as base } from '@playwright/test'
import { rememberHosts } from '../msw/ended-hosts.ts'
import { listen } from '../msw/listen.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { createSession } from '../open/create-session.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { cassettePath, isCassetteName } from '../runner/cassette-path.ts'
import { toCassetteUsage } from '../runner/cassette-usage.ts'
import { currentTest } from '../runner/current-test.ts'
import { finishTest } from '../runner/finish-test.ts'
import { setUsageListener } from '../runner/report-usage.ts'
import { unplayedVerdict } from '../runner/unplayed-verdict.ts'
import { enterScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { mergeOptions } from '../session/merge-options.ts'
import { attachOpened, attachUsage } from './attach-usage.ts'
import { type RouteTarget, routePage, type UrlMatch } from './route-page.ts'
import { toUpdateMode } from './update-mode.ts'

// At the top level, so that it also intercepts clients that are created while a module loads. Tests without a cassette are not
// affected.
listen('tests-with-a-cassette')
setUsageListener((usage, _testFile, outcome) => attachUsage(base.info(), usage, outcome))

/** The session of a Playwright test. It answers the requests of the test's process; those of a page after `route`. */
export interface PlaywrightSession extends CassetteSession {
  /**
   * Answers the requests of a page, or of all pages and service workers of a context. A response arrives in one piece, after its
   * last event: to stream to a page, let its client use the base URL of `listen({ cors: '*' })`.
   *
   * @param target the page or the context
   * @param url which requests, like the first parameter of Playwright's `page.route`. Default: those to other machines, and to the
   *   hosts of the cassette and of the option `hosts`; WebSockets to other machines are then closed
   */
  route(target: RouteTarget, url?: UrlMatch): Promise<void>
}

/** The fixtures that `test` adds to Playwright's. */
export interface CassetteFixtures {
  /** The session of the test. It answers the requests of the Node process, of `request`, and of pages that are passed to `route`. */
  readonly cassette: PlaywrightSession
  /** The options of the cassette: `test.use({ cassetteOptions: { … } })`. Default `{}`. */
  readonly cassetteOptions: CassetteOptions
  /** The name or path of the cassette: `test.use({ cassetteName: 'greeting' })`. Default: the name of the test. */
  readonly cassetteName: string | undefined
  /**
   * Serves the cassette to an app, such as that of `webServer`, at the port that is this number plus the `parallelIndex` of the test,
   * while the test runs. Default: it is not served.
   */
  readonly cassettePort: number | undefined
  /** Reports the cassettes that a test opens itself. */
  readonly _openedCassettes: undefined
}

/**
 * Playwright's `test` with a `cassette` fixture. Each test that uses the fixture gets a cassette that is named after the test,
 * `__cassettes__/<test file>/<name>.yaml`. It answers the requests of the test process: from `fetch`, `node:http`, SDKs and the fixture
 * `request`. `cassette.route(page)` answers those of a page, and `cassettePort` those of an app.
 *
 * @example
 * test('says hi', async ({ cassette }) => { … })
 */
export const test = base.extend<CassetteFixtures>({
  cassetteOptions: [{}, { option: true }],
  cassetteName: [undefined, { option: true }],
  cassettePort: [undefined, { option: true }],
  cassette: async ({ cassetteOptions, cassetteName, cassettePort }, use, info) => {
    await assertServerIntercepts()
    const source = isCassetteName(cassetteName) ? cassettePath(toTest(info), cassetteName) : cassetteName
    const session = createSession({ source, options: toOptions(info, cassetteOptions), saving: 'deferred' })
    // A worker runs one test at a time, so the session can answer every request of the process.
    enterScope(session)
    const server =
      cassettePort === undefined ? undefined : await session.listen({ port: cassettePort + info.parallelIndex })
    await use(
      Object.assign(session, { route: (target: RouteTarget, url?: UrlMatch) => routePage(session, target, url) }),
    )
    rememberHosts(session)
    const outcome = info.status === 'passed' ? 'passed' : 'failed'
    const naming = cassetteName === undefined ? 'by-test' : 'by-name'
    const unplayed = unplayedVerdict(naming, toUpdateMode(info.config.updateSnapshots))
    try {
      await finishTest(session, outcome, info.errors, { requestedBy: 'test', unplayed })
    } finally {
      // The next test listens on the same port.
      await server?.close()
      attachUsage(info, toCassetteUsage(session, session.path, outcome === 'passed' ? 'saved' : 'discarded'), outcome)
    }
  },
  _openedCassettes: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the text which fixtures are used.
    async ({}, use, info) => {
      await use(undefined)
      attachOpened(info)
    },
    { auto: true, box: true },
  ],
})

export { expect } from '@playwright/test'

function toTest(info: unknown): { file: string; name: string } {
  const test = currentTest([info])
  if (!test) throw new Error('Playwright did not report which test is running.')
  return test
}

/** The fixture contains only the innermost value: `test.use` replaces that of the configuration. */
function toOptions({ project }: TestInfo, own: CassetteOptions): CassetteOptions {
  const { cassetteOptions: configured = {} } = project.use as Partial<CassetteFixtures>
  return configured === own ? own : mergeOptions(configured, own)
}
