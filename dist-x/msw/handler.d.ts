import { type HttpHandler, type WebSocketHandler } from 'msw';
import type { Session } from '../session/session.ts';
/**
 * Creates the one handler of a session. It also answers for the other active sessions: a request is a mismatch only if none of
 * them contains it, so the order of handlers does not matter.
 *
 * @param session the session; undefined for a handler that only answers for active sessions, see `scopedCassettes`
 */
export declare function createHandler(session?: Session): HttpHandler;
/** Creates the handler that identifies the server of a runner's setup. */
export declare function createProbeHandler(): HttpHandler;
/** Which tests can't reach other machines. */
export type UnhandledPolicy = 'every-test' | 'tests-with-a-cassette';
/**
 * Creates the handler that comes after all others. A request that would reach another machine by accident is a mismatch of the
 * test's cassettes, or gets an error response if the test has none. Requests to this machine are left alone.
 *
 * @param policy whether tests without a cassette are kept off the network, too
 */
export declare function createFallbackHandler(policy: UnhandledPolicy): HttpHandler;
/** Creates the handler that refuses WebSockets under the same conditions. */
export declare function createWebSocketHandler(policy: UnhandledPolicy): WebSocketHandler;
