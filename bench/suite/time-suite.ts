import { runProgram } from '../run/run-program.ts'

/** The time of a run of a suite, in ms. */
export interface SuiteTimes {
  readonly wall: number
  readonly cpu: number
}

/**
 * Runs a suite in a fresh process.
 *
 * @throws an error if one of its tests fails
 */
export async function timeSuite(folder: string): Promise<SuiteTimes> {
  return runProgram(new URL('run-suite.ts', import.meta.url), folder)
}
