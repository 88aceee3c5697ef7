import type { CassetteUsage } from '../runner/cassette-usage.ts'

/** The environment variable with the folder in which the workers write their messages for the reporter. */
export const RUN_FOLDER = 'MSW_CASSETTE_RUN_FOLDER'

/** A line that a worker writes: how a test used its cassette, or the cassettes that were opened with `openCassette` or `fromCassette`. */
export type RunMessage =
  | { readonly usage: CassetteUsage; readonly testFile: string; readonly outcome: 'passed' | 'failed' }
  | { readonly opened: readonly string[] }
