import { resolve } from 'node:path'
import { findObsolete, type Obsolete, type Run } from './obsolete.ts'
import { removeObsolete } from './remove-obsolete.ts'
import { type ObsoletePolicy, writeRunReport } from './run-report.ts'

/** What the end of a run comes to. */
export interface RunConclusion {
  /** The report; empty where there is nothing to say. */
  readonly lines: readonly string[]
  readonly verdict: 'passed' | 'failed'
}

/**
 * Ends a run as a runner does that keeps snapshots: what is obsolete is listed, removed, or fails the run.
 *
 * @param run what ran
 * @param end of a run that was interrupted nothing is obsolete
 * @param update what the runner does about snapshots: `all` with `-u`, `none` in CI
 */
export function concludeRun(run: Run, end: 'reached' | 'interrupted', update: 'all' | 'new' | 'none'): RunConclusion {
  const obsolete = end === 'interrupted' ? NOTHING : findObsolete(run, (file) => resolve(file))
  const policy = toPolicy(update)
  if (policy === 'remove') removeObsolete(obsolete)
  const isRefused = policy === 'fail' && obsolete.files.length + obsolete.interactions.length > 0
  return { lines: writeRunReport(run.tests, obsolete, policy), verdict: isRefused ? 'failed' : 'passed' }
}

const NOTHING: Obsolete = { files: [], interactions: [] }

function toPolicy(update: 'all' | 'new' | 'none'): ObsoletePolicy {
  if (update === 'all') return 'remove'
  return update === 'none' ? 'fail' : 'list'
}
