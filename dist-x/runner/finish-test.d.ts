import type { Session } from '../session/session.ts';
import type { Verification } from '../session/verify-session.ts';
/**
 * Ends the session of a test in a runner whose hooks can still fail the test.
 *
 * @param outcome the result of the test so far; recordings of a failing test are discarded
 * @param errors the errors of the test, see `verifyTest`
 * @param verification how strictly the session is verified
 * @throws the session's failures, see `verifyTest` and `close`
 */
export declare function finishTest(session: Session, outcome: 'passed' | 'failed', errors: readonly unknown[], verification: Verification): Promise<void>;
