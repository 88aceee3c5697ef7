/**
 * Decodes UTF-8.
 *
 * @param byteOrderMark whether to keep a byte order mark as a character or to remove it
 * @returns the text, or undefined if the bytes are not valid UTF-8
 */
export declare function decodeUtf8(bytes: Uint8Array, byteOrderMark?: 'keep' | 'remove'): string | undefined;
