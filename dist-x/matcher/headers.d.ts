import type { Matcher } from './matcher.ts';
/**
 * Compares the named headers; all others are irrelevant.
 *
 * @param names header names, in any case
 */
export declare function matchHeaders(names: readonly string[]): Matcher;
