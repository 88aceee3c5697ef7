import { createSession } from '../open-cassette.ts'
import type { CassetteOptions } from '../options.ts'
import { cassettePath } from '../runner/cassette-path.ts'
import { currentTest } from '../runner/current-test.ts'
import { reportUsage } from '../runner/report-usage.ts'
import type { CassetteSession, Session } from '../session.ts'

export { currentSession, withCassette } from '../with-cassette.ts'

/**
 * Gives each of the tests that follow in the file, or in the `describe`, a cassette that is named after it. Jest's hooks do
 * not run for `test.concurrent`, and don't see how a test ended: wrap such tests, and those that record, with `withCassette`.
 *
 * @param options see `CassetteOptions`
 * @returns gives the session of the test that is running
 * @example
 * const cassette = useCassettes()
 * test('says hi', async () => { … expect(cassette().played).toHaveLength(1) })
 */
export function useCassettes(options: CassetteOptions = {}): () => CassetteSession {
  let session: Session | undefined
  beforeEach(() => {
    const test = currentTest([])
    if (!test) throw new Error('Jest did not say which test is running.')
    session = createSession(cassettePath(test), options, 'when-asked')
    session.join()
  })
  afterEach(async () => {
    const ended = session
    session = undefined
    if (!ended) return
    try {
      ended.verify()
      await ended.close()
      reportUsage(ended, [], 'passed')
    } finally {
      ended.end()
    }
  })
  return () => {
    if (!session) throw new Error('No test is running that has a cassette.')
    return session
  }
}

declare function beforeEach(fn: () => void): void
declare function afterEach(fn: () => Promise<void>): void
