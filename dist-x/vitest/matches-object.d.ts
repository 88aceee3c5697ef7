type Equals = (a: unknown, b: unknown) => boolean;
/**
 * Compares like `toMatchObject`: the actual object can have additional members, asymmetric matchers are supported, and arrays must
 * have the expected length.
 *
 * @param actual the value to check
 * @param expected the members that it must have
 * @param equals the runner's own comparison
 */
export declare function matchesObject(actual: unknown, expected: unknown, equals: Equals): boolean;
/** Counts the top-level members that match, to find the value that is closest to the expected one. */
export declare function countMatchingMembers(actual: unknown, expected: object, equals: Equals): number;
/** Removes the members that are not expected, so that a diff shows only the expected ones. */
export declare function pickExpectedMembers(actual: unknown, expected: unknown): unknown;
export {};
