import { showsMismatch } from '../diagnostics/shows-mismatch.ts'
import type { Session } from '../session/session.ts'
import type { Verification } from '../session/verify-session.ts'

/**
 * Ends the session of a test in a runner whose hooks can still fail the test.
 *
 * @param outcome the result of the test so far; recordings of a failing test are discarded
 * @param errors the errors of the test, which the runner prints; a mismatch that one of them shows is not thrown again
 * @param verification how strictly the session is verified
 * @throws the session's failures, see `verify` and `close`
 */
export async function finishTest(
  session: Session,
  outcome: 'passed' | 'failed',
  errors: readonly unknown[],
  verification: Verification,
): Promise<void> {
  try {
    // A mismatch is reported for a failed test too, next to the test's own error: it can be the reason for the failure.
    if (outcome === 'passed' || session.mismatches.some((each) => !showsMismatch(errors, each)))
      session.verify(verification)
    if (outcome === 'passed') await session.close()
  } finally {
    session.end()
  }
}
