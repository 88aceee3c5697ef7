import type { Cassette, Interaction } from '../cassette.ts';
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts';
import { type CassetteError, type CassetteEscapedError } from '../errors/errors.ts';
import { type Mode, type Policy, type Presence } from '../options/mode.ts';
import type { CassetteOptions } from './cassette-options.ts';
import type { Coverage } from './coverage.ts';
/** A session at the end of its test. */
export interface VerifiedSession {
    readonly path: string;
    readonly cassette: Cassette;
    readonly mode: Mode;
    readonly options: CassetteOptions;
    readonly policy: Policy;
    readonly mismatches: readonly CassetteMismatchError[];
    readonly escapes: readonly CassetteEscapedError[];
    readonly unobserved: ReadonlySet<string>;
    readonly unplayed: readonly Interaction[];
    /** Whether its file existed at the beginning. */
    readonly fileBefore: Presence;
    /** The requests that it answered. */
    readonly requests: readonly unknown[];
    readonly coverage: Pick<Coverage, 'localHosts'>;
}
/** Whether unplayed interactions fail the test, or are handled by the report at the end of the run. */
export type UnplayedVerdict = 'test' | 'report';
/**
 * How a cassette was requested: by a test itself, by a group of tests (a `describe`, a tag, `auto`), of which some need none, or
 * by a call of `openCassette` or `fromCassette`.
 */
type RequestedBy = 'test' | 'group' | 'call';
/** How strictly a session is verified. */
export interface Verification {
    /** Why its recordings could not be saved. */
    readonly saveError?: CassetteError | undefined;
    /** Default `'test'`. */
    readonly unplayed?: UnplayedVerdict;
    /** Default `'call'`. */
    readonly requestedBy?: RequestedBy;
}
/**
 * Throws the session's failures, mismatches first: they usually explain unplayed interactions.
 *
 * @param session the session at the end of its test
 * @throws CassetteMismatchError, AggregateError, CassetteEscapedError, CassetteError, CassetteUnusedError, CassetteUnplayedError
 */
export declare function verifySession(session: VerifiedSession, { saveError, unplayed, requestedBy }: Verification): void;
export {};
