import type { Answer } from '../http/answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { Session } from '../session/session.ts';
/** Creates the answer for telemetry, which reaches neither a cassette nor the network. */
export declare function telemetryAnswer({ headers }: {
    readonly headers: Headers;
}): Answer;
/**
 * Creates the answer for a request that no cassette contains because a client sends it only sometimes, and whose answer the
 * protocol defines: a token of which only the form matters, or that a server has no messages of its own.
 *
 * @returns undefined for all other requests, and for a token exchange that a cassette contains in another form
 */
export declare function protocolAnswer(request: HttpRequest, sessions: readonly Session[]): Answer | undefined;
