/**
 * Encodes a reason phrase as `Response` and a status line accept it: one character for each byte of its UTF-8 text, as on the
 * wire. A server can send any bytes.
 *
 * @param text the phrase as `fetch` reads it, or as it was recorded
 */
export declare function encodeReasonPhrase(text: string): string;
/** Decodes an encoded reason phrase, as `fetch` does. */
export declare function decodeReasonPhrase(encoded: string): string;
