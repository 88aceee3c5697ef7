import type { ObsoleteItems, TestRecord } from './find-obsolete.ts';
/** How obsolete cassettes are handled. As with snapshots, they are removed with `-u`, an error in CI, and otherwise listed. */
export type ObsoletePolicy = 'remove' | 'list' | 'fail';
/**
 * Formats the report for the end of a run.
 *
 * @param tests the tests of the run
 * @param obsolete the cassettes and interactions that no test needs
 * @param policy how they were handled
 * @returns the lines; empty if no test used a cassette and nothing is obsolete
 */
export declare function formatRunReport(tests: readonly TestRecord[], obsolete: ObsoleteItems, policy: ObsoletePolicy): string[];
