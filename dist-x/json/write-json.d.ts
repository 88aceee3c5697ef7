/**
 * Serializes a value like `JSON.stringify`, and bigints as integers.
 *
 * @param value the result of a JSON or YAML parser
 */
export declare function writeJson(value: unknown): string;
