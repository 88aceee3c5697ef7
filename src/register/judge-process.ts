import { describeCause } from '../errors/describe-cause.ts'
import { toCassetteUsage } from '../runner/cassette-usage.ts'
import { formatRunReport } from '../runner/format-run-report.ts'
import { createBriefReport } from '../runner/run-report.ts'
import type { Verification, Wording } from '../session/verify-session.ts'
import type { ProcessSession } from './process-session.ts'
import { VERDICT, type Verdict } from './read-settings.ts'
import type { UsageEvent, UsageLog } from './usage-log.ts'

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
 * Judges the use of the cassette by a process that is about to end. A main thread also judges its worker threads, and the first
 * process of an application its child processes: an interaction that one of them has played is not unplayed.
 */
export function judgeProcess(session: ProcessSession, log: UsageLog, end: ProcessEnd): Judgement {
  const own = [...verify(session, toVerification(log, end)), ...session.log.refusals.map(describeCause)]
  const failures = new Set([...own, ...unprinted(log)])
  if (log.role === 'first') return judgeApplication(session, log, failures, end.verdict)
  // The main thread prints the failures of a worker thread.
  if (log.role === 'thread') for (const message of own) log.add({ kind: 'failed', message })
  log.add({ kind: 'ended', recorded: session.recorded.length })
  return log.role === 'thread' ? { lines: [], status: 'passed' } : toJudgement([], failures, end.verdict)
}

function judgeApplication(session: ProcessSession, log: UsageLog, failures: Set<string>, verdict: Verdict): Judgement {
  const sent = countRecordings(session, log)
  const recorded = sent === 0 ? 0 : Math.min(sent, session.savedCount)
  const hasFailed = failures.size > 0 || log.others.some(({ events }) => events.some(({ kind }) => kind === 'failed'))
  if (!hasFailed && recorded < sent) failures.add(describeLost(sent - recorded, session))
  const judgement = toJudgement(reportOf(session, recorded), failures, verdict)
  log.remove()
  return hasFailed && verdict !== 'warn' ? { ...judgement, status: 'failed' } : judgement
}

const wording: Wording = {
  unplayed: `${VERDICT}=fail-on-mismatch`,
  unused:
    'the program sent no request that it could answer. If a child process sends the requests, load msw-cassette/register there ' +
    'too: NODE_OPTIONS="--import msw-cassette/register".',
  hosts: (hosts) => `MSW_CASSETTE_HOSTS=${hosts.join(',')}`,
}

/** Only a complete run of all processes shows what is unplayed. */
function toVerification({ role }: UsageLog, { verdict, exitCode }: ProcessEnd): Verification {
  const isComplete = role === 'first' && exitCode === 0 && verdict !== 'fail-on-mismatch'
  return {
    unplayed: isComplete ? 'test' : 'report',
    requestedBy: isComplete ? 'test' : 'group',
    wording,
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

/** The failures that this process has to print: those of its worker threads, and in the first process those of killed processes. */
function unprinted({ role, others }: UsageLog): string[] {
  const printed = new Set(others.flatMap(({ pid, thread, events }) => (thread === 0 && hasEnded(events) ? [pid] : [])))
  return others
    .filter(({ pid }) => (pid === process.pid ? role !== 'thread' : role === 'first' && !printed.has(pid)))
    .flatMap(({ events }) => events.flatMap((event) => (event.kind === 'failed' ? [event.message] : [])))
}

/** The number of interactions that all processes should have recorded. */
function countRecordings(session: ProcessSession, { others }: UsageLog): number {
  const counts = others.map(({ events }) => {
    const end = events.find((event) => event.kind === 'ended')
    const count = (kind: UsageEvent['kind']): number => events.filter((event) => event.kind === kind).length
    return end ? end.recorded : count('sent') - count('unanswered')
  })
  return counts.reduce((sum, count) => sum + count, session.recorded.length)
}

function describeLost(count: number, { path }: ProcessSession): string {
  const requests = count === 1 ? '1 request is' : `${count} requests are`
  return (
    `${requests} not recorded into ${path}, because a process or a worker thread was killed before the recording was saved. End ` +
    'it regularly, or later, and record again.'
  )
}

/** The same report as that of a test run. */
function reportOf(session: ProcessSession, recorded: number): string[] {
  const usage = { ...toCassetteUsage(session, session.path, 'saved'), recorded }
  const run = { testFile: '', cassette: undefined, outcome: 'passed', usages: [usage] } as const
  return formatRunReport(createBriefReport([run]), 'list')
}

function toJudgement(report: readonly string[], failures: ReadonlySet<string>, verdict: Verdict): Judgement {
  return {
    lines: [...report, ...[...failures].map((message) => `[msw-cassette] ${message}`)],
    status: failures.size > 0 && verdict !== 'warn' ? 'failed' : 'passed',
  }
}

function hasEnded(events: readonly UsageEvent[]): boolean {
  return events.some(({ kind }) => kind === 'ended')
}
