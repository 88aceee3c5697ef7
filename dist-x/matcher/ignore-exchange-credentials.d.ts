import type { HttpRequest } from '../http/http-request.ts';
/**
 * Ignores the credentials of a token exchange: an assertion is new each time, and a code and a refresh token are valid
 * once.
 *
 * @param body the parsed body, which is not changed
 */
export declare function ignoreExchangeCredentials(raw: HttpRequest, body: unknown): unknown;
