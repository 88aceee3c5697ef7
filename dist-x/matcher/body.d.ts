import type { Matcher } from './matcher.ts';
import type { NormalizedRequest } from './normalized-request.ts';
/**
 * Compares the body as a value: the order of keys, white space and the spelling of numbers are irrelevant.
 *
 * @param project returns the value to compare; default: the whole body
 */
export declare function matchBody(project?: (input: {
    request: NormalizedRequest;
}) => unknown): Matcher;
