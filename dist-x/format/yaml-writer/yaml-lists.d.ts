import type { HeaderPair } from '../../cassette.ts';
/**
 * Groups the values of each header and sorts the headers by name.
 *
 * @returns each name, in its recorded spelling, with its values in recorded order
 */
export declare function groupByName(headers: readonly HeaderPair[]): [string, string[]][];
/**
 * Writes names with their values as a YAML mapping of lists.
 *
 * @param key the key of the mapping
 * @param lists the names with their values
 * @param indent the spaces before the key, which the caller writes
 * @returns whole lines, without indentation
 */
export declare function writeLists(key: string, lists: readonly (readonly [string, readonly string[]])[], indent: string): string[];
