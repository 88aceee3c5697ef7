/**
 * Decodes a body that is stored as a list of encoded chunks.
 *
 * @param decode `fromHex` or `fromBase64`
 * @returns undefined if a chunk is not text or can't be decoded
 */
export declare function decodeChunks(chunks: readonly unknown[], decode: (chunk: string) => Uint8Array<ArrayBuffer> | undefined): Uint8Array<ArrayBuffer> | undefined;
