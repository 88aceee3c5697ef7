import type { Document } from 'yaml';
/**
 * Finds keys that occur more than once in a map. The YAML package can do this too, but it takes hours for a map of a million
 * keys.
 *
 * @param document parsed with `uniqueKeys: false`
 * @returns the offset of each repetition, in the order of the file
 */
export declare function findRepeatedKeys(document: Document.Parsed): number[];
