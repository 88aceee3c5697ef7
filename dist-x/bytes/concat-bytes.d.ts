/** Joins pieces of bytes into one array. */
export declare function concatBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer>;
