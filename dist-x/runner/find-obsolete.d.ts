import type { CassetteUsage } from './cassette-usage.ts';
/** One test of a run. */
export interface TestRecord {
    /** The absolute path of its file. */
    readonly testFile: string;
    /** The absolute path of its cassette; undefined if it has no cassette. */
    readonly cassette: string | undefined;
    readonly outcome: 'passed' | 'failed' | 'not-run';
    /** How it used cassettes, with one entry for each time that it ran. */
    readonly usages: readonly CassetteUsage[];
}
/** The tests of a run, and how they used cassettes. */
export interface RunRecord {
    /** All tests of the test files that were collected without an error, including skipped tests. */
    readonly tests: readonly TestRecord[];
    /** The absolute paths of the test files whose complete use of cassettes is known. */
    readonly completeFiles: readonly string[];
    /** The absolute paths of cassettes that were opened with `openCassette` or `fromCassette`. */
    readonly opened: readonly string[];
    /** Whether the run contains all tests. A partial run can't show that a cassette that any test can name is obsolete. */
    readonly scope: 'all' | 'partial';
    /** The absolute path of the folder that contains all tests. */
    readonly root: string;
}
/** The cassettes and interactions that no test needs. */
export interface ObsoleteItems {
    /** The absolute paths of cassettes. */
    readonly files: readonly string[];
    /** Interactions that no test played, in cassettes that are still needed. */
    readonly interactions: readonly UnplayedInteractions[];
}
/** The interactions of one cassette that no test of the run played. */
export interface UnplayedInteractions {
    readonly file: string;
    /** From 0. */
    readonly indexes: readonly number[];
    /** `'error'` if a test has the option `onUnplayed: 'error'`, which is the default. */
    readonly severity: 'error' | 'ignore';
}
/**
 * Finds the cassettes and interactions that no test needs. This works for a partial run too: whether a cassette that is named
 * after a test is obsolete depends only on its test file, and tests of that file that did not run still claim their cassettes.
 *
 * @param run the tests that ran, and how they used cassettes
 * @param resolve makes the path of a usage absolute
 */
export declare function findObsolete(run: RunRecord, resolve: (file: string) => string): ObsoleteItems;
