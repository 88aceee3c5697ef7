import type { Cassette, Interaction } from '../cassette.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import type { Fault, FaultyCassette, PlannedFault } from '../faults/fault.ts'
import type { AffectedClaim, FaultPlan } from '../faults/fault-plan.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { mayRecord, type Policy } from '../options/mode.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { SessionModules } from './session-modules.ts'

/** A session that can have faults. */
interface FaultySession {
  readonly path: string
  readonly cassette: Cassette
  readonly options: CassetteOptions
  readonly policy: Policy
}

/** Creates the faults of a session; undefined if it has none. */
export function createFaults(session: FaultySession, modules: SessionModules): SessionFaults | undefined {
  const { options, path, policy } = session
  const { interactions } = session.cassette
  return options.faults?.length ? new SessionFaults(options.faults, { path, interactions }, policy, modules) : undefined
}

/** The faults of a session. They affect only requests that the cassette answers. */
export class SessionFaults {
  readonly #path: string
  readonly #policy: Policy
  readonly #loading: Promise<void>
  #plan: FaultPlan | undefined
  #failure: { readonly error: unknown } | undefined
  #warning: 'due' | 'printed' = 'due'

  /** @throws CassetteOptionError for an invalid fault; in a page, the first request fails instead */
  constructor(
    faults: readonly Fault[],
    { path, interactions }: Pick<FaultyCassette, 'path' | 'interactions'>,
    policy: Policy,
    { checkFaults, planFaults }: SessionModules,
  ) {
    this.#path = path
    this.#policy = policy
    const cassette: FaultyCassette = { path, interactions, growth: mayRecord(policy) ? 'recording' : 'fixed' }
    checkFaults(faults, cassette)
    this.#loading = planFaults(faults, cassette).then(
      (plan) => {
        this.#plan = plan
      },
      (error: unknown) => {
        this.#failure = { error }
      },
    )
    if (policy.matched === 'passthrough') this.#warn('is not played')
  }

  /** Selects the fault of a request. */
  async next(claim: AffectedClaim, request: HttpRequest): Promise<PlannedFault | undefined> {
    return (this.#plan ?? (await this.#load())).next(claim, request)
  }

  /**
   * Reports that the cassette is being recorded: a fault would be recorded, or cost a call.
   *
   * @throws CassetteOptionError if a fault has no place in the cassette, before anything is recorded
   */
  async beginRecording(): Promise<void> {
    await this.#load()
    this.#warn('is being recorded')
  }

  /**
   * Throws if a fault did not happen.
   *
   * @param recorded the interactions that the session has recorded
   * @throws CassetteOptionError
   */
  verify(recorded: readonly Interaction[]): void {
    if (this.#policy.matched === 'passthrough') return
    if (this.#failure) throw this.#failure.error
    if (!this.#plan)
      throw new CassetteOptionError('faults', `No fault was reached in ${this.#path}: it answered no request.`)
    this.#plan.verify(recorded)
  }

  rewind(): void {
    this.#plan?.rewind()
  }

  async #load(): Promise<FaultPlan> {
    await this.#loading
    if (this.#plan) return this.#plan
    throw this.#failure?.error
  }

  #warn(reason: string): void {
    if (this.#warning === 'printed') return
    this.#warning = 'printed'
    console.warn(
      `[msw-cassette] ${this.#path} ${reason}, so its faults do not happen. They happen when the test replays it.`,
    )
  }
}
