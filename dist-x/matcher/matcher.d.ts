import type { JsonDifference } from '../json/json-differences.ts';
import type { NormalizedRequest } from './normalized-request.ts';
/** One difference between two requests. Its path is `method`, `url.path`, `url.query.page`, `header.accept`, or a JSON path of the body. */
export type Difference = JsonDifference;
/**
 * One aspect in which a request has to equal a recorded one.
 *
 * It has a key instead of a predicate, so that a lookup does not become slower as the cassette grows: the key of a recorded
 * request is computed once. Keys are not stored, so another matcher never requires a new recording.
 */
export interface Matcher {
    /** The name of the aspect in a mismatch, such as `body`. */
    readonly name: string;
    /** Returns the same text for requests that are equal in this aspect, and different texts for all others. */
    key(input: {
        request: NormalizedRequest;
    }): string;
    /** Lists the differences between two requests, for a mismatch. Without it, a mismatch shows their keys. */
    differences?(input: {
        recorded: NormalizedRequest;
        received: NormalizedRequest;
    }): readonly Difference[];
}
/** The result of one matcher for two requests. */
export interface MatcherResult {
    readonly matcher: string;
    /** Empty if the two are equal in this aspect. */
    readonly differences: readonly Difference[];
}
