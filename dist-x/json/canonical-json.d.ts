/**
 * Serializes a JSON value so that equal values have equal text: keys are sorted, each number has one spelling, and CRLF in
 * strings becomes LF. Byte arrays, which JSON does not have, are supported too.
 *
 * @param value the result of `parseJson`, or any other JSON value
 */
export declare function canonicalJson(value: unknown): string;
