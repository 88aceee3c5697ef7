/** The limit for a cassette and for a decompressed body. The largest of 16,936 real cassettes has 5 MB. */
export declare const MAX_INFLATED_BYTES: number;
/** Detects gzip by its first bytes. */
export declare function isGzip(bytes: Uint8Array): boolean;
/**
 * Decompresses synchronously. The result is kept for as long as the compressed bytes are.
 *
 * @param encoding a value of the header `content-encoding`
 * @returns the plain bytes, at most 256 MiB; do not change them
 * @throws Error if the bytes are damaged or decompress to more than 256 MiB, if the encoding is unknown, or in environments
 *   without zlib, such as browsers
 */
export declare function inflate(bytes: Uint8Array, encoding: string): Uint8Array<ArrayBuffer>;
