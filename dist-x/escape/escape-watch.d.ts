import { CassetteEscapedError } from '../errors/errors.ts';
import type { Session } from '../session/session.ts';
import { workarounds } from './workarounds.ts';
/**
 * Reports requests to the hosts of a session that do not go through MSW, from now until the session is closed.
 *
 * @param session a session that answers through MSW
 */
export declare function watchEscapes(session: Session): void;
/** Whether any session is open whose requests are watched. */
export declare function isWatching(): boolean;
/** A request, as clients publish it before they send it. */
export interface SentRequest {
    readonly method: string;
    readonly url: string;
    readonly headers?: Headers;
}
/**
 * Finds the sessions that had to receive a request of the current asynchronous call.
 *
 * @param request the request
 */
export declare function sessionsFor({ url }: SentRequest): Session[];
/** The client of a request that did not go through MSW. */
export type EscapingClient = keyof typeof workarounds;
/**
 * Keeps a request that did not go through MSW in its sessions, whose tests then fail, unless one of them lets it pass.
 *
 * @returns the error, for the client; undefined for a request that may pass
 */
export declare function reportEscape({ method, url, headers }: SentRequest, client: EscapingClient, sessions: readonly Session[]): CassetteEscapedError | undefined;
/** Keeps what the current test started whose requests can't be seen. */
export declare function noteUnobserved(what: string): void;
