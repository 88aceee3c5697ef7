import type { Session } from '../session/session.ts';
/** Creates the `fetch` of a session. It answers from the session alone, and nothing is intercepted. */
export declare function createFetch(session: Session): typeof globalThis.fetch;
