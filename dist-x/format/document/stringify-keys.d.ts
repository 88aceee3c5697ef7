import type { Document } from 'yaml';
/**
 * Converts keys that are not text to text. Old versions of Ruby and Python wrote header names as bytes. aiohttp's
 * case-insensitive names are Python objects with one argument (`!!python/object/apply:multidict._multidict.istr [Connection]`).
 *
 * @param document changed in place
 */
export declare function stringifyKeys(document: Document): void;
