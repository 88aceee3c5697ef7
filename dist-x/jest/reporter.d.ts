interface GlobalConfig {
    readonly rootDir: string;
    readonly updateSnapshot: 'all' | 'new' | 'none';
    readonly testNamePattern?: string;
    readonly testPathPatterns?: {
        readonly patterns: readonly string[];
    };
    readonly shard?: unknown;
    readonly onlyChanged?: boolean;
    readonly onlyFailures?: boolean;
    readonly findRelatedTests?: boolean;
    readonly runTestsByPath?: boolean;
}
interface RunResults {
    readonly wasInterrupted: boolean;
    readonly testResults: readonly {
        readonly testFilePath: string;
        readonly testExecError?: unknown;
        readonly testResults: readonly {
            readonly status: string;
        }[];
    }[];
}
/**
 * Reports the use of cassettes at the end of a Jest run. Obsolete cassettes are handled like obsolete snapshots: removed with
 * `-u`, an error with `--ci`, and otherwise listed.
 */
export default class CassetteReporter {
    #private;
    constructor(config: GlobalConfig);
    onRunComplete(_contexts: unknown, results: RunResults): void;
    /** Jest fails the run if this returns an error. */
    getLastError(): Error | undefined;
}
export {};
