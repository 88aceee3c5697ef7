import type { Interaction } from '../cassette.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import type { Fault, PlannedFault } from '../faults/fault.ts'
import type { AffectedClaim, FaultPlan, FaultyCassette } from '../faults/fault-plan.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { mayRecord, type Policy } from '../options/mode.ts'
import { ignoreRejection } from '../platform/ignore-rejection.ts'
import type { SessionModules } from './session-modules.ts'

/** The faults of a session. They affect only requests that the cassette answers. */
export class SessionFaults {
  readonly #cassette: FaultyCassette
  readonly #policy: Policy
  #plan: FaultPlan | undefined
  #loading: Promise<void> | undefined
  #warned: 'yes' | 'no' = 'no'

  /** @throws CassetteOptionError if the cassette has no such place. In a page, the first request fails instead */
  constructor(
    faults: readonly Fault[],
    cassette: Pick<FaultyCassette, 'path' | 'interactions'>,
    policy: Policy,
    { planFaults }: SessionModules,
  ) {
    this.#policy = policy
    this.#cassette = { ...cassette, growth: mayRecord(policy) ? 'recording' : 'fixed' }
    if (policy.matched === 'passthrough') this.warn('is not played')
    const plan = planFaults(faults, this.#cassette)
    if (!(plan instanceof Promise)) {
      this.#plan = plan
      return
    }
    this.#loading = plan.then((loaded) => {
      this.#plan = loaded
    })
    // The first request reports it.
    ignoreRejection(this.#loading)
  }

  /** Selects the fault of a request. In Node, it is selected before anything else happens. */
  next(claim: AffectedClaim, request: HttpRequest): PlannedFault | undefined | Promise<PlannedFault | undefined> {
    if (this.#plan || !this.#loading) return this.#plan?.next(claim, request)
    return this.#loading.then(() => this.#plan?.next(claim, request))
  }

  /** Reports that the cassette is being recorded: a fault would otherwise be recorded, or cost a call. */
  warn(reason: 'is being recorded' | 'is not played'): void {
    if (this.#warned === 'yes') return
    this.#warned = 'yes'
    console.warn(
      `[msw-cassette] ${this.#cassette.path} ${reason}, so its faults do not happen. They happen when the test replays it.`,
    )
  }

  /**
   * Throws if a fault did not happen.
   *
   * @param recorded the interactions that the session has recorded
   * @throws CassetteOptionError
   */
  verify(recorded: readonly Interaction[]): void {
    if (this.#policy.matched === 'passthrough') return
    if (!this.#plan)
      throw new CassetteOptionError('faults', `No fault was reached in ${this.#cassette.path}: it answered no request.`)
    this.#plan.verify(recorded)
  }

  rewind(): void {
    this.#plan?.rewind()
  }
}
