/**
 * The media type of a content-type header, in lower case and without parameters; empty if there is none.
 *
 * @param contentType the header's value, such as `application/json; charset=utf-8`
 */
export declare function mediaType(contentType: string | null | undefined): string;
/**
 * Guesses a content type from a body, for recordings without the header: SDKs fail on a response that has none.
 *
 * @returns a content type, or undefined for an empty body
 */
export declare function sniffContentType(body: Uint8Array): string | undefined;
