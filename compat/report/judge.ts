import type { Client, Route } from '../client.ts'
import { routes as allRoutes } from '../client.ts'
import type { ModuleResults } from '../run-module.ts'
import {
  CHANGED,
  CHANGED_STREAM,
  LEAVE_COLLECTED,
  LEAVE_RECORDING,
  LEAVE_REPLAY,
  RETRY,
  type Result,
  trialsOf,
} from '../trial/trial.ts'

/** The check of a stream's events beside that of its contents. */
export const APART = 'events apart'
/** The words that the provider sends, each in an event of its own. */
const WORDS = 7
/** The words of a stream that is left before its end. */
const MANY_WORDS = 60

/** The result of one check of a client on one route. */
export interface Verdict {
  readonly client: string
  readonly route: Route
  readonly check: string
  /** Undefined if it passed. */
  readonly problem: string | undefined
}

type Check = (recorded: Result, replayed: Result) => string | undefined

/** The checks of the trials that are not a plain recording and replay. */
const checks: Readonly<Record<string, Check>> = {
  [RETRY]: findUnlikeRetry,
  [CHANGED]: (_, replayed) => findSilence(replayed),
  [CHANGED_STREAM]: (_, replayed) => findSilence(replayed),
  [LEAVE_RECORDING]: findLeft,
  [LEAVE_REPLAY]: findLeftReplay,
  [LEAVE_COLLECTED]: findLeftReplay,
}

/** Judges the results of a client. */
export function judge(client: Client, { recorded, replayed }: ModuleResults): Verdict[] {
  const routes = client.routes ?? allRoutes
  return routes.flatMap((route) =>
    trialsOf(client).flatMap(({ name, cassette = name }) => {
      const find = (results: readonly Result[], trial: string) =>
        results.find((each) => each.client === client.name && each.route === route && each.trial === trial)
      const record = find(recorded, cassette)
      const replay = find(replayed, name)
      const verdict = { client: client.name, route, check: name, problem: findProblem(client, name, record, replay) }
      return name === 'stream' && replay
        ? [verdict, { ...verdict, check: APART, problem: findMerged(replay) }]
        : [verdict]
    }),
  )
}

function findProblem(
  { escapes }: Client,
  trial: string,
  recorded: Result | undefined,
  replayed: Result | undefined,
): string | undefined {
  if (!recorded) return 'no result'
  if (escapes) return findEscape(recorded)
  if (replayed) return (checks[trial] ?? findFault)(recorded, replayed)
  return 'error' in recorded.seen ? `recording: ${recorded.seen.error}` : 'no result'
}

function findFault(recorded: Result, replayed: Result): string | undefined {
  if ('error' in recorded.seen) return `recording: ${recorded.seen.error}`
  return findDifference(recorded, replayed)
}

function findDifference(recorded: Result, replayed: Result): string | undefined {
  if (recorded.statuses.length === 0) return 'nothing is recorded'
  if (JSON.stringify(replayed.seen) !== JSON.stringify(recorded.seen)) return `replay: ${JSON.stringify(replayed.seen)}`
  if (replayed.statuses.join() !== recorded.statuses.join())
    return `replay of ${recorded.statuses}: ${replayed.statuses}`
  return findComplaint(recorded, replayed)
}

function findComplaint(...results: readonly Result[]): string | undefined {
  const bad = results.find(({ unplayed, mismatches }) => unplayed > 0 || mismatches > 0)
  if (bad) return `${bad.unplayed} unplayed, ${bad.mismatches} mismatches`
  return results.flatMap(({ complaints }) => complaints)[0]
}

function findUnlikeRetry(recorded: Result, replayed: Result): string | undefined {
  if (!recorded.statuses.includes(429)) return `recorded ${recorded.statuses} instead of 429, then 200`
  // A client that does not retry shows the error.
  const isRefused = 'error' in recorded.seen && recorded.statuses.join() === '429'
  return isRefused ? findDifference(recorded, replayed) : findFault(recorded, replayed)
}

function findMerged({ turns }: Result): string | undefined {
  return turns < WORDS ? `${WORDS} events in ${turns} turns of the event loop` : undefined
}

function findSilence({ seen, mismatches, text }: Result): string | undefined {
  if (mismatches === 0) return 'no mismatch'
  if (!('error' in seen)) return 'the client reports no error'
  return text === 'nowhere' ? `the text is not in the error: ${seen.error}` : undefined
}

function findLeft(recorded: Result, replayed: Result): string | undefined {
  const readOn = findReadOn('recording', recorded) ?? findReadOn('replay', replayed)
  if (readOn) return readOn
  if (recorded.ends.at(-1) !== 'left') return 'the request to the provider went on'
  if (recorded.statuses.length === 0) return 'nothing is recorded'
  return findComplaint(recorded, replayed)
}

function findLeftReplay(recorded: Result, replayed: Result): string | undefined {
  return recorded.pieces < MANY_WORDS / 2 ? `recorded ${recorded.pieces} pieces` : findReadOn('replay', replayed)
}

function findReadOn(phase: string, { pieces, complaints }: Result): string | undefined {
  if (pieces >= MANY_WORDS / 2) return `${phase}: ${pieces} pieces arrived`
  return complaints[0]
}

/** A request that MSW does not intercept must be refused, and reported. */
function findEscape({ ends, complaints }: Result): string | undefined {
  if (ends.length > 0) return 'the request reached the provider'
  return complaints.some((complaint) => complaint.includes('CassetteEscapedError')) ? undefined : 'nothing is reported'
}
