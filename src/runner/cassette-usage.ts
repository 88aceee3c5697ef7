import { type Cassette, sampleOf } from '../cassette.ts'
import type { Session } from '../session/session.ts'

/** How one run of a test used its cassette. It is plain data because a worker sends it to the process that reports. */
export interface CassetteUsage {
  /** The path of the cassette, relative to the working directory and with slashes, since reports can be merged on another machine. */
  readonly file: string
  /** The indexes of the interactions that were played, from 0, as they are in the file after a heal. */
  readonly played: readonly number[]
  /** How often each of `played` was played. */
  readonly counts: readonly number[]
  /** The number of calls that they answered: the sum of `counts`. */
  readonly calls: number
  /** Whether the replay took as long as `timing` says, or no time. */
  readonly waiting: 'skipped' | 'replayed'
  /** Whether the file existed when the test began. */
  readonly before: 'found' | 'missing'
  /** The number of interactions that were loaded: 0 if the cassette is recorded from scratch. */
  readonly total: number
  /** The number of interactions that were recorded and saved. */
  readonly recorded: number
  /** A line about how the cassette was healed; absent if it was not. */
  readonly healed?: string
  /** How the session treats unplayed interactions. */
  readonly onUnplayed: 'ignore' | 'warn' | 'error'
  /** The indexes of samples that the test does not play; absent if there are none. */
  readonly spare?: readonly number[]
  /** How the runs for all samples ended; absent for other tests. */
  readonly samples?: SampleResults
}

/** How the runs of a test for all samples ended. */
export interface SampleResults {
  readonly passed: number
  readonly total: number
  /** Each failure, such as `sample 3: AssertionError: expected …`. */
  readonly failures: readonly string[]
}

/**
 * Summarizes how a test used its cassette.
 *
 * @param session the session of the test
 * @param file the path of the cassette
 * @param recordings whether its recordings were saved
 */
export function toCassetteUsage(session: Session, file: string, recordings: 'saved' | 'discarded'): CassetteUsage {
  const { outcome } = session.samples
  const healed = session.healing?.result
  const plays = outcome?.plays ?? session.plays
  const spare = outcome ? [] : findSamples(session.cassette)
  return {
    file: relativePath(file),
    played: plays.flatMap((count, index) => (count > 0 ? [index - countBelow(index, healed?.removed)] : [])),
    counts: plays.filter((count) => count > 0),
    calls: plays.reduce((sum, count) => sum + count, 0),
    waiting: ['instant', 'manual'].includes(String(session.options.timing ?? 'instant')) ? 'skipped' : 'replayed',
    before: session.fileBefore,
    total: session.cassette.interactions.length,
    recorded: recordings === 'saved' || outcome?.recordings === 'saved' ? session.recorded.length : 0,
    ...(healed && { healed: healed.line }),
    onUnplayed: session.options.onUnplayed ?? 'error',
    ...(spare.length > 0 && { spare }),
    ...(outcome && { samples: { passed: outcome.passed, total: outcome.total, failures: outcome.failures } }),
  }
}

function countBelow(index: number, indexes: readonly number[] = []): number {
  return indexes.filter((each) => each < index).length
}

function findSamples({ interactions }: Cassette): number[] {
  return interactions.flatMap((interaction, index) => (sampleOf(interaction) > 0 ? [index] : []))
}

/** Makes a path relative to the working directory if it is inside of it. The result has slashes on Windows too. */
export function relativePath(file: string): string {
  const folder = globalThis.process?.cwd?.()
  const isInside = folder !== undefined && file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.length))
  return (isInside ? file.slice(folder.length + 1) : file).replaceAll('\\', '/')
}
