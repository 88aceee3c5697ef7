import { showsRefusal } from '../diagnostics/shows-refusal.ts'
import type { Session } from '../session/session.ts'
import type { Verification } from '../session/verify-session.ts'

/**
 * Verifies the session of a test that has ended. A refused request is also reported for a test that did not pass, next to the test's
 * own error: it can be the reason for the failure.
 *
 * @param outcome the result of the test
 * @param errors the errors of the test, which the runner prints; a refusal that one of them shows is not thrown again
 * @param verification how strictly the session is verified
 * @throws the session's failures, see `verify`
 */
export function verifyTest(
  session: Session,
  outcome: 'passed' | 'failed' | 'skipped',
  errors: readonly unknown[],
  verification: Verification,
): void {
  if (outcome === 'passed' || session.log.refusals.some((each) => !showsRefusal(errors, each)))
    session.verify(verification)
}
