import { type RunRecord } from './find-obsolete.ts';
/** The result of a run. */
export interface RunSummary {
    /** The lines of the report; empty if there is nothing to report. */
    readonly lines: readonly string[];
    /** `'failed'` if the cassettes fail the run, even if all tests passed. */
    readonly status: 'passed' | 'failed';
}
/**
 * Handles obsolete cassettes at the end of a run as runners handle obsolete snapshots: lists them, removes them, or fails
 * the run.
 *
 * @param run the tests that ran, and how they used cassettes
 * @param end in an interrupted run, nothing is reported as obsolete
 * @param update how the runner updates snapshots: `all` with `-u`, `none` in CI
 */
export declare function finishRun(run: RunRecord, end: 'completed' | 'interrupted', update: 'all' | 'new' | 'none'): RunSummary;
