/**
 * Finds the offset of a value in JSON text.
 *
 * @param text valid JSON
 * @param path object keys and array indexes
 * @returns the offset at which the value begins; if the value is absent, that of its nearest parent
 */
export declare function jsonOffset(text: string, path: readonly (string | number)[]): number;
