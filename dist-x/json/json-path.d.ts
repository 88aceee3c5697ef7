/** One step of a path: a member, an index, all children, or all descendants that the next step selects. */
type Step = {
    kind: 'key';
    key: string;
} | {
    kind: 'index';
    index: number;
} | {
    kind: 'all';
} | {
    kind: 'deep';
};
/** A parsed JSON path. */
export type JsonPath = readonly Step[];
/**
 * Parses a JSON path: `$.metadata.trace_id`, `$.messages[*].id`, `$['a key'].*`, `$..id`.
 *
 * @returns the path, or undefined if the text is not a supported path or selects the whole body
 * @see https://www.rfc-editor.org/rfc/rfc9535 (filters and slices are not supported)
 */
export declare function parseJsonPath(text: string): JsonPath | undefined;
/**
 * Removes the selected members and items from a JSON value, in place. Does nothing if the path selects nothing.
 */
export declare function removeAtPath(value: unknown, path: JsonPath): void;
/**
 * Selects members and items of a JSON value.
 *
 * @returns the parent object or array of each selected value, and its key in the parent
 */
export declare function selectAtPath(value: unknown, path: JsonPath): Generator<[parent: object, key: string]>;
export {};
