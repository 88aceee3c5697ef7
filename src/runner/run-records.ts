import { nodeBuiltin } from '../platform/builtin.ts'
import { environment } from '../platform/environment.ts'
import type { RunRecord } from './find-obsolete.ts'

const { randomUUID } = nodeBuiltin('crypto')
const { readdirSync, readFileSync, writeFileSync } = nodeBuiltin('fs')
const { join } = nodeBuiltin('path')

/** The environment variable with the folder into which a runner writes its run for `msw-cassette prune`. */
export const RUN_RECORDS = 'MSW_CASSETTE_RUN_RECORDS'

/** A run of a suite, as its runner ended it. */
export interface FinishedRun {
  readonly run: RunRecord
  readonly end: 'completed' | 'interrupted'
  /** The working directory of the runner: the paths of usages are relative to it. */
  readonly folder: string
}

/** Whether a command waits for the record of this run, and handles obsolete cassettes itself. */
export function isRunRecorded(): boolean {
  return Boolean(environment()[RUN_RECORDS])
}

/** Writes a run for the command that waits for it. */
export function writeRunRecord(finished: FinishedRun): void {
  const { [RUN_RECORDS]: folder } = environment()
  if (folder) writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(finished))
}

/** Reads the runs that were written into a folder. */
export function readRunRecords(folder: string): FinishedRun[] {
  return readdirSync(folder)
    .sort()
    .map((name): FinishedRun => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}
