import type { HttpHandler } from 'msw';
import type { Session } from '../session/session.ts';
/**
 * Makes a session answer only as long as its handler is in a server. MSW 3 reports when it removes a handler. MSW 2 does not: it
 * only resets all handlers, and ends its interceptor with the last server. Without its handler, the session would answer
 * requests of other servers and later tests.
 */
export declare function bindLifetime<Handler extends HttpHandler>(handler: Handler, session: Session): Handler;
/** Called for each request that the handler of a session sees: it is in a server. */
export declare function keepAlive(session: Session): void;
/** MSW 2 calls the subscriptions of its interceptor when the last server is closed. */
export declare function endWithServer(): void;
