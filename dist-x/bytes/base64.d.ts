/**
 * Decodes base64, which may be spread over several lines.
 *
 * @returns undefined if the text is not base64
 */
export declare function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined;
/** Encodes bytes as base64, on one line. */
export declare function toBase64(bytes: Uint8Array): string;
