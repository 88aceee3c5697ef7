import type { UnplayedVerdict } from '../session/verify-session.ts';
/**
 * Decides whether a test fails because of unplayed interactions, or whether the report at the end of the run handles them. The
 * report handles a cassette that several tests can share, and removes unplayed interactions with `-u`.
 *
 * @param naming whether the cassette is named after the test or explicitly, so that other tests can use it too
 * @param update the update mode of the runner, `'all'` with `-u`; default: from Jest's `expect`
 */
export declare function unplayedVerdict(naming: 'by-test' | 'by-name', update?: unknown): UnplayedVerdict;
/** Reads the update mode from the state of a runner's `expect`. */
export declare function updateModeOf(expectState: object): unknown;
