import { runProgram } from '../run/run-program.ts'

/** What a run of a suite took, in ms. */
export interface SuiteTimes {
  readonly wall: number
  readonly cpu: number
}

/**
 * Runs a suite in a fresh process.
 *
 * @throws an error where a test of it fails
 */
export async function timeSuite(folder: string): Promise<SuiteTimes> {
  return runProgram(new URL('run-suite.ts', import.meta.url), folder)
}
