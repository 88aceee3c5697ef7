import type { Cassette, Interaction } from '../cassette.ts'
import { sum } from '../diagnostics/sum.ts'
import type { HealResult, HealWriter } from '../heal/heal-cassette.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import type { Mode } from '../options/mode.ts'
import type { OnDemand } from '../platform/on-demand.ts'
import type { RecordingLog, Saving } from '../record/recording-log.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { LoadedCassette } from './cassette-source.ts'
import type { UnplayedVerdict } from './verify-session.ts'

/** A session whose test has ended. */
interface EndedSession {
  readonly cassette: Cassette
  readonly matcher: RequestMatcher
  readonly options: CassetteOptions
  readonly plays: readonly number[]
  readonly unplayed: readonly Interaction[]
}

/** The parts of a session that only the session knows. */
interface EndedParts {
  readonly recordings: RecordingLog
  readonly redactor: OnDemand<Redactor>
}

/** The parts of a session that decide whether it heals. */
export interface HealingInit {
  readonly loaded: LoadedCassette
  readonly mode: Mode
  readonly saving: Saving
}

/** The healing of a cassette in mode `heal`. It happens once, after `verify` has found nothing wrong. */
export class Healing {
  /** Undefined if nothing was healed. */
  result: HealResult | undefined
  readonly #path: string
  readonly #write: HealWriter
  readonly #saving: Saving
  #verdict: UnplayedVerdict | undefined
  /** The indexes of the interactions that were played before the last `rewind`, and the number of their plays. */
  readonly #playedBefore = new Set<number>()
  #playsBefore = 0

  constructor(write: HealWriter, { loaded, saving }: HealingInit) {
    this.#path = loaded.cassette.path ?? loaded.file ?? ''
    this.#write = write
    this.#saving = saving
  }

  /** @param verdict how unplayed interactions are judged; undefined if the session failed */
  setVerdict(verdict: UnplayedVerdict | undefined): void {
    this.#verdict = verdict
  }

  /** Remembers what was played before a `rewind`. */
  keepPlays(plays: readonly number[]): void {
    this.#playsBefore += sum(plays)
    for (const [index, count] of plays.entries()) if (count > 0) this.#playedBefore.add(index)
  }

  /**
   * Heals the file if the session was verified.
   *
   * @throws CassetteSecretError, CassetteSaveError
   */
  async run(session: EndedSession, { recordings, redactor }: EndedParts): Promise<void> {
    await recordings.save('abort')
    const verdict = this.#verdict
    this.#verdict = undefined
    const { cassette, plays } = session
    const { list: recorded, failed } = recordings
    if (!verdict) return this.#reportUnverified(recorded.length)
    await redactor.load()
    const { healCassette } = await import('../heal/heal-cassette.ts')
    this.result = await healCassette({
      path: this.#path,
      cassette,
      matcher: session.matcher,
      unplayed: this.#unplayedOf(session),
      played: new Set([...this.#playedBefore, ...plays.flatMap((count, index) => (count > 0 ? [index] : []))]),
      recorded,
      calls: { made: recorded.length + failed, avoided: this.#playsBefore + sum(plays) },
      kept: keepUnplayed(verdict, session.options, failed),
      scan: { allowed: session.options.allowSecrets ?? [], known: redactor.value.known },
      write: this.#write,
    })
  }

  /** Shows the result on the console, unless a runner reports it. */
  announce(): void {
    if (this.#saving === 'immediate' && this.result) console.error(`[msw-cassette] ${this.result.line}`)
  }

  #unplayedOf({ cassette, unplayed }: EndedSession): number[] {
    const needless = new Set(unplayed)
    return cassette.interactions.flatMap((interaction, index) =>
      needless.has(interaction) && !this.#playedBefore.has(index) ? [index] : [],
    )
  }

  #reportUnverified(recorded: number): void {
    if (recorded === 0 || this.#saving !== 'immediate' || this.result) return
    console.error(
      `[msw-cassette] Healed nothing in ${this.#path}: verify() failed or was not called, so ${recorded} new ` +
        `${recorded === 1 ? 'recording is' : 'recordings are'} discarded.`,
    )
  }
}

/**
 * Creates the healing of a session; undefined unless it replays a file in mode `heal`. A new cassette is recorded as in mode `once`.
 *
 * @param write changes the file. Default: on the disk, if the session has a file
 */
export function createHealing(init: HealingInit, write = toWriter(init.loaded.file)): Healing | undefined {
  const { presence, cassette } = init.loaded
  const heals = init.mode === 'heal' && presence === 'found' && cassette.interactions.length > 0
  return heals && write ? new Healing(write, init) : undefined
}

function toWriter(file: string | undefined): HealWriter | undefined {
  return file === undefined
    ? undefined
    : async (heal) => (await import('../heal/write-heal.ts')).writeHeal({ file, ...heal })
}

function keepUnplayed(verdict: UnplayedVerdict, { onUnplayed = 'error' }: CassetteOptions, failed: number) {
  if (verdict === 'report' || onUnplayed !== 'error') return 'shared'
  return failed > 0 ? 'failed-calls' : undefined
}
