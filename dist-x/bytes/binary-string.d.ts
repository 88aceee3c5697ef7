/** Converts bytes to a string with one character per byte. Unlike text decoding, this is lossless for all bytes. */
export declare function toBinaryString(bytes: Uint8Array): string;
/** Converts the result of `toBinaryString` back to bytes. */
export declare function fromBinaryString(text: string): Uint8Array<ArrayBuffer>;
