/** Calls the platform's `fetch`. */
export declare function platformFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
/**
 * Detects whether MSW intercepts `platformFetch`. It does if it had replaced `fetch` before this library was imported, as long as
 * the same interceptor is active, and in a page if a service worker is active.
 */
export declare function isIntercepted(): boolean;
/** Tells whether a service worker receives the requests of this page. */
export declare function isInPage(): boolean;
