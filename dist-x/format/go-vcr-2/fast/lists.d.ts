import type { LineScalar } from './line-scalar.ts';
import type { Lines } from './lines.ts';
/**
 * Reads the value of the current line as a map of lists of texts, such as `headers` and `form`.
 *
 * @param take called for each text, with its name
 */
export declare function readLists(lines: Lines, take: (name: string, value: LineScalar) => void): void;
/**
 * Reads the value of the current line as a list of scalars of one line each. The items can have the indentation of the key.
 *
 * @param take called for each scalar
 */
export declare function readList(lines: Lines, take: (value: LineScalar) => void): void;
/** Ignores a value, which must only be valid. */
export declare function ignoreValue(): void;
