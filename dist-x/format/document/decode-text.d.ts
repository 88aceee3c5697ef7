/**
 * Decodes a cassette file. Any encoding but UTF-8 is refused: its characters would be wrong.
 *
 * @param bytes the file
 * @param file its name, for messages
 * @returns the text, without a byte order mark
 * @throws CassetteParseError with the position of the first byte that is not UTF-8
 */
export declare function decodeText(bytes: Uint8Array, file: string): string;
