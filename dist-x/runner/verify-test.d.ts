import type { Session } from '../session/session.ts';
import type { Verification } from '../session/verify-session.ts';
/**
 * Verifies the session of a test that has ended. A mismatch is also thrown for a test that did not pass, next to the test's own
 * error: it can be the reason for the failure.
 *
 * @param outcome the result of the test
 * @param errors the errors of the test, which the runner prints; a mismatch that one of them shows is not thrown again
 * @param verification how strictly the session is verified
 * @throws the session's failures, see `verify`
 */
export declare function verifyTest(session: Session, outcome: 'passed' | 'failed' | 'skipped', errors: readonly unknown[], verification: Verification): void;
