import type { SentRequest } from './escape-watch.ts';
/** Refuses a request that MSW 3 read from a socket, and for which it has no handlers. */
export type OnUnhandledSocket = (request: SentRequest) => Error | undefined;
/**
 * Listens to the interceptors of MSW that are active. Call it again after a server was started.
 *
 * @param onClient called in MSW 3 for each request that its handlers receive
 * @param onSocket called in MSW 3 for each request that its handlers do not receive
 */
export declare function attachToInterceptors(onClient: (request: SentRequest) => void, onSocket: OnUnhandledSocket): void;
/** Takes a request from those that MSW 2 has let pass. */
export declare function consumeSeen({ method, url }: SentRequest): boolean;
