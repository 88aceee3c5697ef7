import { type HttpRequest } from './http-request.ts';
/**
 * Tells whether a request gets a token. Clients keep tokens as long as they are valid, so it depends on earlier tests whether
 * they send it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export declare function isTokenExchange(request: HttpRequest): boolean;
/** OAuth's `grant_type` of a request, in a form or in JSON. */
export declare function grantTypeOf(request: HttpRequest): string | undefined;
/** Members that are new in each exchange, or that only prove who asks. */
export declare const exchangeCredentials: readonly string[];
