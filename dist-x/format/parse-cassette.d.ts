import type { Cassette } from '../cassette.ts';
/**
 * Reads a cassette from its text or bytes. The format is detected by its shape: see `cassetteFormats`.
 *
 * @param source the content of a cassette file: text, or UTF-8 bytes
 * @param options.path the origin of the text, for messages; default `<text>`
 * @throws CassetteParseError if any part of the file is invalid, with file, line and column
 * @throws CassetteFormatError if the file is valid, but not in a known format
 */
export declare function parseCassette(source: string | Uint8Array, options?: {
    path?: string;
}): Cassette;
/**
 * Reads a cassette from bytes, without copying them. The caller must not use the bytes afterwards.
 *
 * @throws CassetteParseError, CassetteFormatError
 */
export declare function parseOwnBytes(bytes: Uint8Array<ArrayBuffer>, file: string): Cassette;
