import type { CassetteUsage } from '../runner/cassette-usage.ts'

/** The environment variable by which the reporter tells the workers where to leave what they did with cassettes. */
export const RUN_FOLDER = 'MSW_CASSETTE_RUN_FOLDER'

/** What a worker leaves there, a line each: what a test did with its cassette, or which cassettes were opened by hand. */
export type RunMessage =
  | { readonly usage: CassetteUsage; readonly testFile: string; readonly outcome: 'passed' | 'failed' }
  | { readonly opened: readonly string[] }
