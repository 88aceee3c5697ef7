import { CassetteCutError, CassetteOptionError } from '../errors/errors.ts'
import { runInScope } from '../scope/active-sessions.ts'
import type { Session } from '../session/session.ts'
import { isEqualResult } from './is-equal-result.ts'
import { judgeCut } from './judge-cut.ts'
import { type Cut, listCuts } from './list-cuts.ts'
import { runCut, type Sweep } from './run-cut.ts'
import { checkSweepOptions, cutKindsOf, type SweepOptions } from './sweep-options.ts'

/** The result of a sweep in which no cut was accepted. */
export interface SweepReport {
  /** How many cuts were tried. */
  readonly cuts: number
}

/** See `sweepCuts`. */
export async function sweep<S extends Session>(sweeping: Sweep<S>, options: SweepOptions): Promise<SweepReport> {
  checkSweepOptions(options)
  const { session, result: complete } = await runComplete(sweeping)
  const again = await runComplete(sweeping)
  assertComparable(complete, again.result)
  const cuts = listCuts(session.cassette.interactions, cutKindsOf(options)).filter(({ at }) => session.plays[at])
  const accepted: string[] = []
  for (const cut of cuts) {
    const judgment = await tryCut(sweeping, cut, complete, options)
    if (judgment !== undefined) accepted.push(`request ${cut.at} ${judgment}`)
  }
  if (accepted.length > 0) throw toCutError(session.path, cuts.length, accepted)
  return { cuts: cuts.length }
}

function toCutError(file: string, cuts: number, accepted: readonly string[]): CassetteCutError {
  const list = accepted.map((each) => `  ${each}`).join('\n')
  const advice =
    'Let the code fail if the last event of the stream is missing, or name results that admit it with the option "admits".'
  const title = `${accepted.length} of ${cuts} cuts of ${file} were accepted as complete answers:`
  return new CassetteCutError(file, cuts, accepted, `${title}\n${list}\n${advice}`)
}

/** Runs the code without a cut. Its own errors are thrown as they are. */
async function runComplete<S extends Session>({ open, run }: Sweep<S>): Promise<{ session: S; result: unknown }> {
  const session = open({})
  try {
    const { signal } = new AbortController()
    const result = await runInScope(session, async () => run({ session, signal }))
    session.verify({ requestedBy: 'test' })
    return { session, result }
  } finally {
    session.end()
  }
}

function assertComparable(first: unknown, second: unknown): void {
  if (first === undefined)
    throw new CassetteOptionError(
      'fn',
      'The function returned undefined, so nothing tells a cut answer from a complete one. Return the result of the code under test.',
    )
  if (!isEqualResult(first, second))
    throw new CassetteOptionError(
      'fn',
      'The function returned two different results for the same complete answer, so a cut answer is not recognizable. Return only ' +
        'values that depend on the answer, without dates and random ids.',
    )
}

async function tryCut<S extends Session>(
  sweeping: Sweep<S>,
  cut: Cut,
  complete: unknown,
  options: SweepOptions,
): Promise<string | undefined> {
  const { session, outcome } = await runCut(sweeping, cut)
  const mismatches = session.mismatches.length
  // Otherwise code that did not send the request in this run would pass.
  if (mismatches === 0) session.verify()
  return judgeCut({ cut, outcome, mismatches, complete }, options)
}
