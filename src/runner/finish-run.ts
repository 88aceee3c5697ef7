import { resolve } from 'node:path'
import { findObsolete, type ObsoleteItems, type RunRecord, type UnplayedInteractions } from './find-obsolete.ts'
import { formatRunReport, type ObsoletePolicy } from './format-run-report.ts'
import { removeObsolete } from './remove-obsolete.ts'
import { isRunRecorded, writeRunRecord } from './run-records.ts'
import { createRunReport } from './run-report.ts'
import { appendJobSummary, writeJsonReport } from './write-run-report.ts'

/** How a run ended, and how it is reported. */
export interface RunEnd {
  /** In an interrupted run, nothing is reported as obsolete. */
  readonly end: 'completed' | 'interrupted'
  /** How the runner updates snapshots: `all` with `-u`, `none` in CI. */
  readonly update: 'all' | 'new' | 'none'
  /** The path of the JSON report, relative to the working directory. */
  readonly report?: string | undefined
}

/** The result of a run. */
export interface RunSummary {
  /** The lines of the report; empty if there is nothing to report. */
  readonly lines: readonly string[]
  /** Why the cassettes fail the run, even if all tests passed; undefined if they do not. */
  readonly failure: string | undefined
}

/**
 * Reports how a run used its cassettes: returns the lines to print, and writes the JSON report and GitHub's job summary. Obsolete
 * cassettes are handled as runners handle obsolete snapshots: they are listed, removed, or fail the run. While `msw-cassette prune` or
 * `learn` runs the tests, it only notes the run for them.
 *
 * @param run the tests that ran, and how they used cassettes
 */
export async function finishRun(run: RunRecord, { end, update, report: file }: RunEnd): Promise<RunSummary> {
  if (isRunRecorded()) {
    writeRunRecord({ run, end, folder: process.cwd() })
    return { lines: formatRunReport(await createRunReport(run.tests, NOTHING), 'list'), failure: undefined }
  }
  const obsolete = end === 'interrupted' ? NOTHING : findObsolete(run, (file) => resolve(file))
  const policy = toPolicy(update)
  // Before anything is removed: it reads the cassettes.
  const report = await createRunReport(run.tests, obsolete)
  if (policy === 'remove') removeObsolete(obsolete)
  const isFailure = ({ severity }: UnplayedInteractions): boolean => policy === 'fail' || severity === 'error'
  const hasFailed =
    policy !== 'remove' && ((policy === 'fail' && obsolete.files.length > 0) || obsolete.interactions.some(isFailure))
  const error = file === undefined ? undefined : writeJsonReport(report, file)
  const { GITHUB_STEP_SUMMARY: summaryFile } = process.env
  const warning = summaryFile ? appendJobSummary(report, summaryFile) : undefined
  return {
    lines: [...formatRunReport(report, policy), ...[error, warning].flatMap((text) => (text ? [`  ${text}`] : []))],
    failure: hasFailed ? 'There are obsolete cassettes. Remove them with -u, and commit.' : error,
  }
}

const NOTHING: ObsoleteItems = { files: [], interactions: [] }

function toPolicy(update: 'all' | 'new' | 'none'): ObsoletePolicy {
  if (update === 'all') return 'remove'
  return update === 'none' ? 'fail' : 'list'
}
