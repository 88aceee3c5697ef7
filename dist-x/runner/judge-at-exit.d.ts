import type { Session } from '../session/session.ts';
/**
 * Judges the unplayed interactions of a cassette that several tests can share, when the process ends: for node:test, which runs
 * each test file in a process and has no report at the end of a run. Unplayed interactions make the process fail.
 *
 * @param session the session of a test that passed
 */
export declare function judgeAtExit(session: Session): void;
