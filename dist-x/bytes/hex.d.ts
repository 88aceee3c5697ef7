/**
 * Decodes hexadecimal digits.
 *
 * @returns undefined if the text is anything else
 */
export declare function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined;
