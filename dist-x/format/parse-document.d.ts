import type { Cassette } from '../cassette.ts';
/**
 * Reads a cassette of any known format.
 *
 * @param source the content of a cassette file: text, or UTF-8 bytes
 * @param file its name, for messages
 * @throws CassetteParseError, CassetteFormatError
 */
export declare function parseDocument(source: string | Uint8Array, file: string): Cassette;
