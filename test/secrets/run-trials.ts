import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Result, runTrial } from './run-trial.ts'
import type { Trial } from './trials.ts'
import { startUpstream } from './upstream.ts'

/** Overlaps the exchanges of several trials. */
const PARALLEL = 6

/** Runs all trials. The results have the order of the trials. */
export async function runTrials(trials: readonly Trial[]): Promise<Result[]> {
  const folder = makeFolder()
  const results: Result[] = []
  await using upstream = await startUpstream()
  const queue = trials.entries()
  const work = async (): Promise<void> => {
    for (const [index, trial] of queue) results[index] = await runTrial(trial, upstream, folder)
  }
  // A session prints its error, too.
  const { error } = console
  console.error = () => {}
  try {
    await Promise.all(Array.from({ length: PARALLEL }, work))
  } finally {
    console.error = error
    rmSync(folder, { recursive: true, force: true })
  }
  return results
}

/** In memory if possible, because each trial writes a file. */
export function makeFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'msw-cassette-secrets-'))
}
