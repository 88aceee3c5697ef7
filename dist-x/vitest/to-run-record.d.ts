import type { TestModule, Vitest } from 'vitest/node';
import type { RunRecord } from '../runner/find-obsolete.ts';
/**
 * Converts Vitest's data about a run to the data that the report needs.
 *
 * @param vitest the instance that ran the tests
 * @param modules the test files of the run, including failed ones
 */
export declare function toRunRecord(vitest: Vitest, modules: readonly TestModule[]): Promise<RunRecord>;
