import { type Interaction, MAX_SAMPLES } from '../cassette.ts'
import { type Check, satisfying } from '../options/checks.ts'
import type { LoadedCassette } from './cassette-source.ts'

/** Checks a number of samples. */
export const checkSamples: Check = satisfying(
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_SAMPLES,
  `a whole number from 1 to ${MAX_SAMPLES}`,
)

/** How the runs of a test for all samples ended. */
interface SamplesOutcome {
  readonly passed: number
  readonly total: number
  /** Each failure, such as `sample 3: AssertionError: expected …`. */
  readonly failures: readonly string[]
  /** How often each interaction was played in all runs, in file order. */
  readonly plays: readonly number[]
  /** The interactions that no run needs. */
  readonly unplayed: readonly Interaction[]
  /** Whether the recordings were saved although the test fails. */
  readonly recordings: 'saved' | 'pending'
}

/** The samples of a session. */
export interface Samples {
  readonly loaded: LoadedCassette
  /** How often each request is sent to record it: the option `samples`. */
  readonly perRequest: number
  /** The number of the sample that is played and recorded. */
  current: number
  /** Given if the test runs once for each sample: the number of runs. Each then records one sample. */
  runs?: number
  /** Given after the last of these runs. */
  outcome?: SamplesOutcome
}
