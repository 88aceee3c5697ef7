/** The server that a runner's setup started. */
export interface Listening {
    /** `fetch` right after the start: a test might have replaced it since. */
    readonly fetch: typeof globalThis.fetch;
    /** Starts the server again. */
    restart(): Listening;
    /** Whether the server is known to receive requests. */
    state: 'unknown' | 'intercepts';
}
/** Sets the server that has to receive requests; undefined after it was stopped. */
export declare function setListening(listening: Listening | undefined): void;
/**
 * Checks that the setup's server receives requests. With several servers, MSW calls only the one that was started last, twice
 * for each request, and none after that one is closed: a request of the test would then reach the network.
 *
 * @throws CassetteSessionError
 */
export declare function assertServerIntercepts(): Promise<void>;
/** Tells whether a request only checks which server answers. */
export declare function isProbe({ url }: Request): boolean;
/** Tells whether a request only checks that a page has a worker. Any cassette answers it, but not that of another server. */
export declare function isPageProbe({ url }: Request): boolean;
/** Answers such a request. */
export declare function answerProbe(): Response;
