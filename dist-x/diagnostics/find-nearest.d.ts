import type { Cassette, Interaction } from '../cassette.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { MatcherResult } from '../matcher/matcher.ts';
import type { RequestMatcher } from '../matcher/request-matcher.ts';
/** A cassette, as far as the search needs it. */
export interface Searchable {
    readonly cassette: Cassette;
    readonly matcher: RequestMatcher;
}
/** The nearest interaction, its place, and its comparison with the request. */
export interface Nearest<T extends Searchable> {
    readonly from: T;
    readonly interaction: Interaction;
    readonly index: number;
    readonly results: readonly MatcherResult[];
}
/**
 * Finds the recorded interaction that is most similar to a request: the one in which the fewest aspects differ, then the one
 * with the fewest differences, then the first.
 *
 * @param request the request that matched nothing
 * @param cassettes the cassettes to search
 */
export declare function findNearest<T extends Searchable>(request: HttpRequest, cassettes: readonly T[]): Nearest<T> | undefined;
