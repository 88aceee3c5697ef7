/** Compares two ranges of equal length in the same bytes. */
export declare function hasEqualRanges(bytes: Uint8Array, first: number, second: number, length: number): boolean;
