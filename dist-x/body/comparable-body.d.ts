/** A request body, parsed for comparison: irrelevant notation is removed, and the rest is JSON-like. */
export interface ComparableBody {
    readonly kind: 'empty' | 'json' | 'form' | 'multipart' | 'text' | 'bytes';
    /** A JSON value, a map of form fields, a list of parts, text, or bytes. */
    readonly value: unknown;
}
/** The irrelevant part of a body's notation. `json`: all notation of its media type; `text`: line endings; `bytes`: nothing. */
export type BodyComparison = 'json' | 'text' | 'bytes';
/**
 * Parses a body for comparison. The content takes precedence over the content type: many recordings lack the header, and
 * `fetch` sets it to text/plain by default. A body therefore equals itself even if its content type differs.
 *
 * @param contentType the content-type header; empty if it is absent
 * @param comparison which notation is irrelevant
 */
export declare function toComparableBody(bytes: Uint8Array, contentType: string, comparison: BodyComparison): ComparableBody;
/** Parses a query or a form into the sorted values of each field. Repeated values are kept. */
export declare function parseUrlEncoded(query: string): Record<string, string[]>;
