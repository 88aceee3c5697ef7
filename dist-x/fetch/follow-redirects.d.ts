import type { IncomingRequest } from '../http/incoming-request.ts';
/** A request whose head is available immediately, and its body after it was read. */
export interface LazyRequest {
    readonly head: Pick<IncomingRequest, 'method' | 'url' | 'headers'>;
    /** Can be called several times. */
    read(): Promise<IncomingRequest>;
}
/**
 * Follows redirects as `fetch` does. Each hop is a request of its own.
 *
 * @param request the first request
 * @param redirect the option `redirect` of `fetch`
 * @param fetchHop answers one request without following redirects; called synchronously with the first one
 * @throws TypeError as `fetch` does, for a redirect that is not allowed, has no valid target, or never ends
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export declare function followRedirects(request: LazyRequest, redirect: RequestRedirect, fetchHop: (request: LazyRequest) => Promise<Response>): Promise<Response>;
