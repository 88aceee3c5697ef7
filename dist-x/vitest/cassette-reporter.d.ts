import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node';
/** Reports the use of cassettes at the end of a run, and selects the tests to rerun in watch mode when a cassette changes. */
export declare class CassetteReporter implements Reporter {
    #private;
    onInit(vitest: Vitest): void;
    onTestRunStart(): void;
    onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): Promise<void>;
    /**
     * Returns the test files to rerun because a cassette changed: those that use it. Returns undefined while tests run and if the
     * content is the same as after the last run, so that a test that records does not rerun itself endlessly.
     */
    testsToRerun(file: string): string[] | undefined;
}
