import { type HttpRequest } from '../http/http-request.ts';
import { type MatchOptions } from './match-options.ts';
import type { MatcherResult } from './matcher.ts';
import type { NormalizedRequest } from './normalized-request.ts';
/** `MatchOptions` as one object: requests with equal keys are equal. */
export interface RequestMatcher {
    /** The key of a request; undefined if its URL is invalid, so that nothing can equal it. */
    key(request: HttpRequest): string | undefined;
    /** Tells whether two requests are certainly equal, by their bytes and without their keys; false decides nothing. */
    hasEqualBytes(recorded: HttpRequest, received: HttpRequest): boolean;
    /** The origin under which a URL is compared, such as `https://api.openai.com`; undefined if the URL is invalid. */
    origin(url: string): string | undefined;
    /** Compares two requests, matcher by matcher; empty if either URL is invalid. */
    compare(recorded: HttpRequest, received: HttpRequest): MatcherResult[];
    /** Tells whether two requests would be equal if texts were ignored in addition to the options. */
    isEqualWith(more: IgnoredTexts, recorded: HttpRequest, received: HttpRequest): boolean;
    /** A request in the form that is compared; undefined if its URL is invalid. */
    toComparable(request: HttpRequest): NormalizedRequest | undefined;
}
/** The options that ignore texts, apart from whole queries. */
export interface IgnoredTexts {
    readonly mask: NonNullable<MatchOptions['mask']>;
    readonly ignoreBody: readonly string[];
    readonly ignoreQuery: readonly string[];
}
/** Replaces credentials before requests are compared, in the same way as before they are saved. */
export interface Redaction {
    request<T extends HttpRequest>(request: T): T;
    headers(headers: Headers): Headers;
}
/**
 * Creates the matcher that options describe.
 *
 * @param options checked, see `MatchOptions`
 * @param redaction applied to each request first; default: none
 */
export declare function createRequestMatcher(options?: MatchOptions, redaction?: Redaction): RequestMatcher;
