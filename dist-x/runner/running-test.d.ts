import type { CassetteUsage } from './cassette-usage.ts';
/** The running test, as set by the runner's setup file, for functions that the runner does not pass it to. */
export interface RunningTest {
    /** The absolute path of its file. */
    readonly file: string;
    /** Its name, prefixed with the names of its `describe` blocks. */
    readonly name: string;
    /** How the runner updates snapshots: `all` with `-u`. */
    readonly update?: unknown;
    /** Adds the usage of a cassette to the report of the run. */
    report(usage: CassetteUsage): void;
}
/** Runs a function during which `runningTest` returns this test. */
export declare function runAsTest<R>(test: RunningTest, fn: () => R): R;
/** Returns the running test, or undefined if no setup file has set it. */
export declare function runningTest(): RunningTest | undefined;
