import './augmentation.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { createRunnerSession, type RunnerSession } from '../open/create-runner-session.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { cassettePath } from '../runner/cassette-path.ts'
import { currentTest } from '../runner/current-test.ts'
import { finishTest } from '../runner/finish-test.ts'
import { reportUsage } from '../runner/report-usage.ts'
import { unplayedVerdict } from '../runner/unplayed-verdict.ts'
import { enterScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'

export { currentSession, withCassette } from '../open/with-runner-cassette.ts'
export type { CassetteMatchers } from '../vitest/matchers.ts'

/**
 * Gives each test of the file or `describe` block a cassette that is named after the test. Jest does not run hooks for
 * `test.concurrent`: wrap those tests with `withCassette`.
 *
 * @param options see `CassetteOptions`
 * @returns a function that returns the session of the running test
 * @example
 * const cassette = useCassettes()
 * test('says hi', async () => { … expect(cassette().played).toHaveLength(1) })
 */
export function useCassettes(options: CassetteOptions = {}): () => CassetteSession {
  let session: RunnerSession | undefined
  beforeEach(async () => {
    const test = currentTest([])
    if (!test) throw new Error('Jest did not report which test is running.')
    await assertServerIntercepts()
    session = createRunnerSession({ source: cassettePath(test), options, saving: 'deferred', ifMissing: 'empty' })
    enterScope(session)
  })
  afterEach(async () => {
    const ended = session
    session = undefined
    if (!ended) return
    const errors = errorsOfTest()
    const outcome = errors.length > 0 ? 'failed' : 'passed'
    try {
      await finishTest(ended, outcome, errors, { unplayed: unplayedVerdict('by-test'), requestedBy: 'group' })
    } finally {
      reportUsage(ended, [], outcome)
    }
  })
  return () => {
    if (!session) throw new Error('No test with a cassette is running.')
    return session
  }
}

/** Jest does not pass the result of a test to its hooks, but its runner keeps its state on the global object. */
function errorsOfTest(): unknown[] {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description === 'JEST_STATE_SYMBOL')
  const state: unknown = symbol && Reflect.get(globalThis, symbol)
  // An error comes with the one that was created where the test is defined.
  return ((state as JestState | undefined)?.currentlyRunningTest?.errors ?? []).flat()
}

interface JestState {
  readonly currentlyRunningTest?: { readonly errors?: readonly unknown[] } | null
}

declare function beforeEach(fn: () => Promise<void>): void
declare function afterEach(fn: () => Promise<void>): void
