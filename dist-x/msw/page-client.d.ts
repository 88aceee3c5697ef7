/** The client of a request that a page's service worker has intercepted. */
export interface PageClient {
    /** Aborts when the client leaves before its answer. */
    readonly signal: AbortSignal;
    /** The request is answered. */
    release(): void;
}
/**
 * Watches whether a client leaves before its answer. A service worker does not pass this on, so the signal of MSW's
 * request never aborts in a page. The browser reports it in the timing of resources: the request ends without a response. A
 * client is never taken for another client of the same URL: if it is not certain which one has left, none has.
 *
 * @param url the URL of the request
 */
export declare function watchPageClient(url: string): PageClient;
