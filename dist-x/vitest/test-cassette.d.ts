import type { MatchOptions } from '../matcher/match-options.ts';
import type { CurrentTest } from '../runner/current-test.ts';
import type { RedactOptions } from '../secret/redact-options.ts';
import type { CassetteOptions } from '../session/cassette-options.ts';
import type { IfMissing } from '../session/cassette-source.ts';
/** The type of `{ meta: { cassette } }`: whether the test has a cassette, its name or path, or its options. */
export type CassetteMeta = boolean | string | TestCassetteOptions;
/** The options that are not functions. They are sent from Vitest's main process to its workers and back. */
type PlainOptions = Omit<CassetteOptions, 'hooks' | 'passthrough' | 'match' | 'redact'>;
type PlainMatchOptions = Omit<MatchOptions, 'url' | 'normalize' | 'matchers' | 'body'>;
/** The options of a test's cassette. They are sent to Vitest's main process, so they can't contain functions. */
export interface TestCassetteOptions extends PlainOptions {
    /** How requests are compared with recorded ones; see `MatchOptions`. */
    match?: PlainMatchOptions & {
        body?: 'json' | 'text' | 'bytes' | 'ignore';
    };
    /** Values to replace before a cassette is saved; see `RedactOptions`. */
    redact?: Omit<RedactOptions, 'transform'>;
    /** The name or path of the cassette. Default: the name of the test. */
    name?: string;
    /** Whether the recordings of a failing test are saved. Default `'discard'`. */
    onFailure?: 'discard' | 'save';
}
/** The cassette of one test. */
export interface TestCassette {
    /** The path of the cassette. */
    readonly file: string;
    readonly naming: 'by-test' | 'by-name';
    /** Whether the test itself requests it, or a `describe` block, a tag or `auto`. */
    readonly requestedBy: 'test' | 'group';
    /**
     * Whether a missing file is an error or an empty cassette if it can't be recorded. It is empty if the test inherits it, since not
     * every test sends requests.
     */
    readonly ifMissing: IfMissing;
    /** Unchecked, from the most general to the most specific. */
    readonly layers: readonly CassetteOptions[];
    readonly onFailure: 'discard' | 'save';
}
/**
 * Determines the cassette of a test. It needs no running test, so the reporter can use it for tests that did not run.
 *
 * @param test the file and the name of the test
 * @param meta its own or inherited `meta.cassette`
 * @param defaults the options of the plugin
 * @param outer the `meta.cassette` of the blocks around the test, from the outermost. Their options are merged, their names are not
 * @param source whether the metadata is the test's own
 * @returns undefined if the test has no cassette
 */
export declare function testCassette(test: CurrentTest, meta: CassetteMeta | undefined, { auto, server: _server, tags: _tags, ...defaults }?: ProvidedOptions, outer?: readonly CassetteMeta[], source?: 'own' | 'inherited'): TestCassette | undefined;
/** The options that the plugin sends to the workers. */
export interface ProvidedOptions extends VitestCassetteOptions {
    /** The names of the tags that give their tests a cassette. */
    readonly tags?: readonly string[];
}
/** The options of `cassettes()`: the defaults for the cassettes of all tests. */
export interface VitestCassetteOptions extends Omit<TestCassetteOptions, 'name'> {
    /** Whether every test has a cassette, except those with `{ meta: { cassette: false } }`. Default `false`. */
    auto?: boolean;
    /**
     * The server that answers from the cassettes. With `'plugin'`, the default, the plugin starts one. With `'own'`, it is your own
     * server, with `...scopedCassettes()` among its handlers. MSW does not support two servers in one process.
     */
    server?: 'plugin' | 'own';
}
export {};
