import { createSession } from '../open/create-session.ts'
import type { CassetteSession, PublicSession } from '../open/public-session.ts'
import { cassettePath } from '../runner/cassette-path.ts'
import { currentTest } from '../runner/current-test.ts'
import { reportUsage } from '../runner/report-usage.ts'
import { enterScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'

export { currentSession, withCassette } from '../open/with-cassette.ts'

/**
 * Gives each of the tests that follow in the file, or in the `describe`, a cassette that is named after it. Jest's hooks do
 * not run for `test.concurrent`: wrap such tests with `withCassette`.
 *
 * @param options see `CassetteOptions`
 * @returns gives the session of the test that is running
 * @example
 * const cassette = useCassettes()
 * test('says hi', async () => { … expect(cassette().played).toHaveLength(1) })
 */
export function useCassettes(options: CassetteOptions = {}): () => CassetteSession {
  let session: PublicSession | undefined
  beforeEach(() => {
    const test = currentTest([])
    if (!test) throw new Error('Jest did not say which test is running.')
    session = createSession({ source: cassettePath(test), options, saving: 'deferred' })
    enterScope(session)
  })
  afterEach(async () => {
    const ended = session
    session = undefined
    if (!ended) return
    const outcome = hasFailed() ? 'failed' : 'passed'
    try {
      // Of a test that failed, too: a mismatch may be why, and is shown beside its own error.
      if (outcome === 'passed' || ended.mismatches.length > 0) ended.verify()
      if (outcome === 'passed') await ended.close()
    } finally {
      ended.end()
      reportUsage(ended, [], outcome)
    }
  })
  return () => {
    if (!session) throw new Error('No test is running that has a cassette.')
    return session
  }
}

/** Jest tells a hook nothing of how the test ended; its runner keeps that where all can see it. */
function hasFailed(): boolean {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description === 'JEST_STATE_SYMBOL')
  const state: unknown = symbol && Reflect.get(globalThis, symbol)
  const errors = (state as JestState | undefined)?.currentlyRunningTest?.errors ?? []
  return errors.length > 0
}

interface JestState {
  readonly currentlyRunningTest?: { readonly errors?: readonly unknown[] } | null
}

declare function beforeEach(fn: () => void): void
declare function afterEach(fn: () => Promise<void>): void
