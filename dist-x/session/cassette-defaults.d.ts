import { type CassetteOptions } from './cassette-options.ts';
/**
 * Sets default options for all cassettes that are opened later: by `openCassette`, `fromCassette`, `withCassette` and every test
 * runner. Call it in a setup file. A cassette's own options are merged with them: lists are concatenated, all functions of both
 * run, and of all other values the cassette's own applies. The options of several calls are merged in the same way.
 *
 * @param options see `CassetteOptions`
 * @throws CassetteOptionError if an option is invalid
 * @example
 * cassetteDefaults({ redact: { patterns: [/acct_\w+/] }, match: { normalize: llmDefaults() } })
 */
export declare function cassetteDefaults(options: CassetteOptions): void;
/** Returns the options that `cassetteDefaults` set. */
export declare function currentDefaults(): CassetteOptions;
