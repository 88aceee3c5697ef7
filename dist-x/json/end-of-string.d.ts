/**
 * Finds the end of a string in JSON text.
 *
 * @param quote the offset of the opening quote
 * @returns the offset after the closing quote, or the length of the text if there is no closing quote
 */
export declare function endOfString(text: string, quote: number): number;
