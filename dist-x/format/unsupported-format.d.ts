/**
 * Names the format of a document that this library can't read, for the error message.
 *
 * @param value a parsed document that no format accepted
 * @returns a phrase such as `a log of a WebSocket`; undefined if the shape is unknown
 */
export declare function nameUnsupportedFormat(value: unknown): string | undefined;
