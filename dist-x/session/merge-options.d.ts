import { type CassetteOptions } from './cassette-options.ts';
/**
 * Merges the options of a session: lists are concatenated, functions that change or select something all run, and of all other
 * values the most specific one applies. Redaction is therefore only ever added.
 *
 * @param layers from the most general to the most specific
 * @throws CassetteOptionError if an option of a layer is invalid
 */
export declare function mergeOptions(...layers: readonly CassetteOptions[]): CassetteOptions;
