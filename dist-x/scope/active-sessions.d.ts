import type { Session } from '../session/session.ts';
/**
 * The sessions that answer requests of the current asynchronous call, innermost first.
 *
 * @param first comes before the others of its scope: an earlier test might have left a session behind
 */
export declare function activeSessions(first?: Session): Session[];
/** Runs a function, such as a test, for which a session answers before all sessions outside it. */
export declare function runInScope<Result>(session: Session, fn: () => Result): Result;
/** Makes a session answer requests of the current scope, until it is closed. */
export declare function enterScope(session: Session): void;
/** Tells whether a session answers requests of the scope that it entered. */
export declare function isInScope(session: Session): boolean;
/** Stops a session from answering requests of its scope, because its handlers were removed from their server. */
export declare function exitScope(session: Session): void;
