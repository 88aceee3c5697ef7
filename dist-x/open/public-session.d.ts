import type { HttpHandler } from 'msw';
import { type FetchSession, SessionWithFetch } from './fetch-session.ts';
/** One cassette in use, with MSW handlers and `fetch` as its entry points. */
export interface CassetteSession extends FetchSession {
    /** MSW handlers for `setupServer`, `setupWorker` and `server.use`. */
    readonly handlers: HttpHandler[];
}
/** A session with both entry points, as the library itself uses it. */
export declare class PublicSession extends SessionWithFetch implements CassetteSession {
    #private;
    get handlers(): HttpHandler[];
}
