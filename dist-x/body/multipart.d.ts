/** One part of a multipart body. */
export interface Part {
    /** The part's headers, sorted, with names in lower case. */
    readonly headers: readonly string[];
    /** Text if it is valid UTF-8, otherwise bytes. */
    readonly content: string | Uint8Array;
}
/**
 * Splits a multipart body into its parts, so that two bodies with different random boundaries can be compared.
 *
 * @param contentType the request's content type; if it has no boundary, the body's first line is used
 * @returns the parts, or undefined if the body is not multipart
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 */
export declare function parseMultipart(body: Uint8Array, contentType: string): Part[] | undefined;
