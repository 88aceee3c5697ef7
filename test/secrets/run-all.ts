import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startUpstream, type Upstream } from './upstream.ts'

/** Overlaps the exchanges of several trials. */
const PARALLEL = 8

/** Runs all trials. The results have the order of the trials. */
export async function runAll<Trial, Result>(
  trials: readonly Trial[],
  run: (trial: Trial, upstream: Upstream, folder: string) => Promise<Result>,
): Promise<Result[]> {
  // In memory if possible, because each trial writes files.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'msw-cassette-secrets-'))
  const results: Result[] = []
  await using upstream = await startUpstream()
  const queue = trials.entries()
  const work = async (): Promise<void> => {
    for (const [index, trial] of queue) results[index] = await run(trial, upstream, folder)
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
