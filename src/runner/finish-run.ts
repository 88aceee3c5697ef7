import { resolve } from 'node:path'
import { findObsolete, type ObsoleteItems, type RunRecord, type UnplayedInteractions } from './find-obsolete.ts'
import { formatRunReport, type ObsoletePolicy } from './format-run-report.ts'
import { removeObsolete } from './remove-obsolete.ts'
import { isRunRecorded, writeRunRecord } from './run-records.ts'

/** The result of a run. */
export interface RunSummary {
  /** The lines of the report; empty if there is nothing to report. */
  readonly lines: readonly string[]
  /** `'failed'` if the cassettes fail the run, even if all tests passed. */
  readonly status: 'passed' | 'failed'
}

/**
 * Handles obsolete cassettes at the end of a run as runners handle obsolete snapshots: lists them, removes them, or fails
 * the run. While `msw-cassette prune` or `learn` runs the tests, it only notes the run for them.
 *
 * @param run the tests that ran, and how they used cassettes
 * @param end in an interrupted run, nothing is reported as obsolete
 * @param update how the runner updates snapshots: `all` with `-u`, `none` in CI
 */
export function finishRun(
  run: RunRecord,
  end: 'completed' | 'interrupted',
  update: 'all' | 'new' | 'none',
): RunSummary {
  if (isRunRecorded()) {
    writeRunRecord({ run, end, folder: process.cwd() })
    return { lines: formatRunReport(run.tests, NOTHING, 'list'), status: 'passed' }
  }
  const obsolete = end === 'interrupted' ? NOTHING : findObsolete(run, (file) => resolve(file))
  const policy = toPolicy(update)
  if (policy === 'remove') removeObsolete(obsolete)
  const isFailure = ({ severity }: UnplayedInteractions): boolean => policy === 'fail' || severity === 'error'
  const hasFailed =
    policy !== 'remove' && ((policy === 'fail' && obsolete.files.length > 0) || obsolete.interactions.some(isFailure))
  return { lines: formatRunReport(run.tests, obsolete, policy), status: hasFailed ? 'failed' : 'passed' }
}

const NOTHING: ObsoleteItems = { files: [], interactions: [] }

function toPolicy(update: 'all' | 'new' | 'none'): ObsoletePolicy {
  if (update === 'all') return 'remove'
  return update === 'none' ? 'fail' : 'list'
}
