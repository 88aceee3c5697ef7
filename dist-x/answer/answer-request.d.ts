import type { Answer } from '../http/answer.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import type { Session } from '../session/session.ts';
import type { Transport } from '../stream/replay-stream.ts';
/** A request that sessions answer. */
export interface PendingRequest {
    /** In the order in which they are searched. */
    readonly sessions: readonly Session[];
    /** Reads the request. Recordings keep the order in which `answerRequest` was called. */
    readonly read: () => Promise<IncomingRequest>;
    /** How the pieces of a body reach the client. */
    readonly transport: Transport;
}
/**
 * Answers a request: with the next unplayed interaction of the first session that has one, else with an interaction that can
 * be repeated, else from the network if a session records, else with a mismatch that names the nearest interaction of all
 * sessions.
 */
export declare function answerRequest({ sessions, read, transport }: PendingRequest): Promise<Answer>;
