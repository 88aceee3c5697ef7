import type { IncomingRequest } from './incoming-request.ts';
/**
 * Sends a request to the real network, even if MSW intercepts requests. Redirects are not followed: each hop is a response of
 * its own, and the caller continues as it would have. The connection ends with the exchange: a later request on it would not be
 * intercepted.
 *
 * @param request its body is complete, so that it is sent with its length: some gateways refuse chunks
 * @param signal ends the exchange
 * @throws CassetteOptionError for an option of the caller's `fetch` that can't be used
 */
export declare function fetchUpstream(request: IncomingRequest, signal: AbortSignal): Promise<Response>;
