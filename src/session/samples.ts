import { type Interaction, MAX_SAMPLES } from '../cassette.ts'
import { type Check, satisfying } from '../options/checks.ts'
import type { SamplePlan } from '../record/capture-samples.ts'
import type { LoadedCassette } from './cassette-source.ts'

/** Checks a number of samples. */
export const checkSamples: Check = satisfying(
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_SAMPLES,
  `a whole number from 1 to ${MAX_SAMPLES}`,
)

/** How the runs of a test for all samples ended. */
export interface SamplesOutcome {
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

/** Samples that are going to be recorded. */
export interface AnnouncedSamples {
  readonly loaded: LoadedCassette
  /** How many of each request. */
  readonly missing: number
  /** Whether each request is sent several times, or the test runs several times. */
  readonly sentBy: 'session' | 'runs'
}

/** Prints how many calls samples need and what they cost. */
export type AnnounceSamples = (announced: AnnouncedSamples) => Promise<void>

/** The samples of a session. */
export class Samples {
  /** The number of the sample that is played and recorded. */
  current = 0
  /** Given if the test runs once for each sample: the number of runs. Each then records one sample. */
  runs: number | undefined
  /** Given after the last of these runs. */
  outcome: SamplesOutcome | undefined
  readonly loaded: LoadedCassette
  readonly #perRequest: number
  #announcement: Promise<void> | undefined

  /** @param perRequest the option `samples` */
  constructor(perRequest: number | undefined, loaded: LoadedCassette) {
    this.#perRequest = perRequest ?? 1
    this.loaded = loaded
  }

  /** The samples that the next request gets; undefined if it is recorded once. */
  get plan(): SamplePlan | undefined {
    if (this.runs !== undefined) return { first: this.current, count: 1, total: this.runs }
    return this.#perRequest > 1 ? { first: 0, count: this.#perRequest, total: this.#perRequest } : undefined
  }

  /** Prints the costs before the first request is sent. */
  async announce(print: AnnounceSamples | undefined): Promise<void> {
    if (this.runs !== undefined) return
    this.#announcement ??= print?.({ loaded: this.loaded, missing: this.#perRequest, sentBy: 'session' })
    await this.#announcement
  }
}
