import type { CassetteUsage } from '../runner/cassette-usage.ts';
/** A line that a worker writes: how a test used its cassette, or the cassettes that were opened with `openCassette` or `fromCassette`. */
export type RunMessage = {
    readonly usage: CassetteUsage;
    readonly testFile: string;
    readonly outcome: 'passed' | 'failed';
} | {
    readonly opened: readonly string[];
};
