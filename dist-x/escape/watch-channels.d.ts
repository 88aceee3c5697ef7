import type { Session } from '../session/session.ts';
/**
 * Watches the requests of this process while a session is open, and refuses those that its handlers can't receive.
 *
 * @param session a session that answers through MSW
 */
export declare function watchRequests(session: Session): void;
/** Connects to the interceptors of a server that was started after the session. */
export declare function listenToMsw(): void;
