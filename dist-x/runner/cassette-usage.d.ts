import type { Session } from '../session/session.ts';
/** How one run of a test used its cassette. It is plain data because a worker sends it to the process that reports. */
export interface CassetteUsage {
    /** The path of the cassette, relative to the working directory and with slashes, since reports can be merged on another machine. */
    readonly file: string;
    /** The indexes of the interactions that were played, from 0. */
    readonly played: readonly number[];
    /** The number of calls that they answered: an interaction can be played more than once. */
    readonly calls: number;
    /** Whether the file existed when the test began. */
    readonly before: 'found' | 'missing';
    /** The number of interactions that were loaded: 0 if the cassette is recorded from scratch. */
    readonly total: number;
    /** The number of interactions that were recorded and saved. */
    readonly recorded: number;
    /** How the session treats unplayed interactions. */
    readonly onUnplayed: 'ignore' | 'warn' | 'error';
    /** The number of tokens that the replayed responses report as their cost. */
    readonly tokens: number;
}
/**
 * Summarizes how a test used its cassette.
 *
 * @param session the session of the test
 * @param file the path of the cassette
 * @param recordings whether its recordings were saved
 */
export declare function toCassetteUsage(session: Session, file: string, recordings: 'saved' | 'discarded'): CassetteUsage;
/** Makes a path relative to the working directory if it is inside of it. The result has slashes on Windows too. */
export declare function relativePath(file: string): string;
