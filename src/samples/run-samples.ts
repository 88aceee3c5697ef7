import { type Interaction, sampleOf } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { CassetteOptionError, CassetteSamplesError } from '../errors/errors.ts'
import { mayRecord } from '../options/mode.ts'
import { isError } from '../platform/cross-realm.ts'
import type { Session } from '../session/session.ts'
import { printCosts } from './announce-samples.ts'
import { assertRecorded, explainMissing } from './missing-samples.ts'
import { resolveSamples, type SamplesOptions } from './samples-options.ts'

/** A test that runs once for each sample. */
export interface SampledTest {
  readonly session: Session
  readonly options: SamplesOptions
  /** @param sample the number of the sample, from 0 */
  run(sample: number): unknown
  /** Tells whether an error is the way in which a test skips itself. */
  isSkip(error: unknown): boolean
}

/** A run whose sample did not pass. */
interface Failure {
  readonly sample: number
  readonly error: unknown
}

/**
 * Runs a test once for each sample of its cassette. Each run plays or, if the mode allows it, records the interactions of its sample: an
 * answer decides which request comes next, so each sample is a conversation of its own.
 *
 * @throws CassetteSamplesError if too few samples passed; CassetteOptionError; the failures of the session, see `verify`
 */
export async function runSamples(test: SampledTest): Promise<void> {
  const { session, options } = test
  const { samples, atLeast } = resolveSamples(options, session.options.samples)
  session.samples.runs = samples
  assertUsable(session)
  if (mayRecord(session.policy)) await announceRuns(session, samples)
  else assertRecorded(session, samples)
  const runs = new SampleRuns(session, samples)
  for (let sample = 0; sample < samples; sample++) await runs.run(sample, test)
  await runs.finish(atLeast)
}

function assertUsable({ options, path }: Session): void {
  if (!options.faults?.some(({ at }) => at !== undefined)) return
  throw new CassetteOptionError(
    'faults',
    `The faults of ${path} have "at", which names one interaction, and each sample has its own. Select requests with "when".`,
  )
}

async function announceRuns({ samples: { loaded } }: Session, samples: number): Promise<void> {
  const recorded = new Set(loaded.cassette.interactions.map(sampleOf))
  const missing = Array.from({ length: samples }, (_, sample) => sample).filter((sample) => !recorded.has(sample))
  if (missing.length > 0) await printCosts({ loaded, missing: missing.length, sentBy: 'runs' })
}

class SampleRuns {
  readonly #session: Session
  readonly #total: number
  readonly #plays: number[]
  readonly #unplayed: Interaction[]
  readonly #failures: Failure[] = []

  constructor(session: Session, total: number) {
    const { interactions } = session.cassette
    this.#session = session
    this.#total = total
    this.#plays = interactions.map(() => 0)
    this.#unplayed = interactions.filter((interaction) => sampleOf(interaction) >= total)
  }

  async run(sample: number, test: SampledTest): Promise<void> {
    const session = this.#session
    if (sample > 0) session.rewind(sample)
    const failure = await attempt(sample, test)
    if (failure) this.#failures.push(failure)
    verifyRun(session, { sample, total: this.#total, outcome: failure ? 'failed' : 'passed' })
    for (const [index, count] of session.plays.entries()) this.#plays[index] = (this.#plays[index] ?? 0) + count
    // A run that failed can have ended before its last request.
    if (!failure) this.#unplayed.push(...session.unplayed)
  }

  async finish(atLeast: number): Promise<void> {
    const session = this.#session
    const total = this.#total
    const passed = total - this.#failures.length
    const failures = this.#failures.map(({ sample, error }) => `sample ${sample}: ${describe(error)}`)
    const isFailed = passed < atLeast
    // The failed samples are the result of the test, and a test that never passes is probably broken.
    const saves = isFailed && passed > 0 && !session.healing
    if (saves) await session.save()
    const recordings = saves ? 'saved' : 'pending'
    session.samples.outcome = { passed, total, failures, plays: this.#plays, unplayed: this.#unplayed, recordings }
    if (!isFailed) return
    const required = atLeast === total ? 'all have to' : `at least ${atLeast} have to`
    const title = `${passed} of ${total} passed, and ${required}: the samples of ${session.path}`
    const message = [title, ...failures.map((each) => `  ${each}`)].join('\n')
    throw new CassetteSamplesError(session.path, { passed, total }, message, { cause: this.#failures[0]?.error })
  }
}

async function attempt(sample: number, { run, isSkip }: SampledTest): Promise<Failure | undefined> {
  try {
    await run(sample)
    return undefined
  } catch (error) {
    if (isSkip(error)) throw error
    return { sample, error }
  }
}

interface EndedRun {
  readonly sample: number
  readonly total: number
  readonly outcome: 'passed' | 'failed'
}

/** A run that the cassette could not answer is not a failed sample, and neither is one that the provider refused to answer. */
function verifyRun(session: Session, run: EndedRun): void {
  const mismatch = session.mismatches[0]
  if (mismatch) throw explainMissing(session, run, mismatch)
  session.verify({ unplayed: 'report', requestedBy: 'test' })
  const last = session.recorded.findLast((interaction) => sampleOf(interaction) === run.sample)
  if (run.outcome === 'passed' || !last || last.response.status < 400) return
  throw new CassetteSamplesError(
    session.path,
    { passed: 0, total: run.total },
    `Failed to record sample ${run.sample} of ${run.total} into ${session.path}: the last answer has the status ${last.response.status}. ` +
      'An error is not a sample, so nothing is recorded. Run the test again, or with fewer samples.',
  )
}

function describe(error: unknown): string {
  const name = isError(error) ? `${error.name}: ` : ''
  return name + (describeCause(error).split('\n', 1)[0] ?? '')
}
