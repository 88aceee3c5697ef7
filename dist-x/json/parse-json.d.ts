/**
 * Parses JSON like `JSON.parse`, but returns integers beyond 2^53 as bigints instead of rounding them.
 *
 * @returns the value, or undefined if the text is not JSON or is nested more than 500 levels deep
 */
export declare function parseJson(text: string): unknown;
