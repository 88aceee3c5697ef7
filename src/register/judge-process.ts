import { describeCause } from '../errors/describe-cause.ts'
import { toCassetteUsage } from '../runner/cassette-usage.ts'
import { formatRunReport } from '../runner/format-run-report.ts'
import type { Verification } from '../session/verify-session.ts'
import type { ProcessSession } from './process-session.ts'
import { VERDICT, type Verdict } from './read-settings.ts'
import type { UsageLog } from './usage-log.ts'

/** How a process ends. */
interface ProcessEnd {
  readonly verdict: Verdict
  /** The exit code of the application. */
  readonly exitCode: number
}

/** The judgement of a process. */
interface Judgement {
  /** For its standard error. */
  readonly lines: readonly string[]
  readonly status: 'passed' | 'failed'
}

/**
 * Judges the use of the cassette by a process that is about to end. The first process of an application judges its child processes, too:
 * an interaction that one of them has played is not unplayed.
 */
export function judgeProcess(session: ProcessSession, log: UsageLog, end: ProcessEnd): Judgement {
  const own = new Set([...verify(session, toVerification(log, end)), ...session.refusals.map(describeCause)])
  if (log.role === 'thread') {
    // The main thread prints them.
    for (const message of own) log.add({ kind: 'failed', message })
    return { lines: [], status: 'passed' }
  }
  const failures = new Set([...own, ...log.unreported])
  const hasFailed = failures.size > 0 || (log.role === 'first' && log.others.some(({ kind }) => kind === 'failed'))
  const report = log.role === 'first' ? reportOf(session) : []
  const lines = [...report, ...[...failures].map((message) => `[msw-cassette] ${message}`)]
  if (log.role === 'first') log.remove()
  else log.add({ kind: 'judged' })
  return { lines, status: hasFailed && end.verdict !== 'warn' ? 'failed' : 'passed' }
}

/** Only a complete run of all processes shows what is unplayed. */
function toVerification({ role }: UsageLog, { verdict, exitCode }: ProcessEnd): Verification {
  const isComplete = role === 'first' && exitCode === 0 && verdict !== 'fail-on-mismatch'
  return {
    unplayed: isComplete ? 'test' : 'report',
    requestedBy: isComplete ? 'application' : 'group',
    unplayedSetting: `${VERDICT}=fail-on-mismatch`,
  }
}

function verify(session: ProcessSession, verification: Verification): string[] {
  try {
    session.verify(verification)
    return []
  } catch (error) {
    // The message of several failures only counts them.
    return error instanceof AggregateError ? error.errors.map(describeCause) : [describeCause(error)]
  }
}

/** The same report as that of a test run. */
function reportOf(session: ProcessSession): string[] {
  const usage = { ...toCassetteUsage(session, session.path, 'saved'), recorded: session.savedCount }
  const run = { testFile: '', cassette: undefined, outcome: 'passed', usages: [usage] } as const
  return formatRunReport([run], { files: [], interactions: [] }, 'list')
}
