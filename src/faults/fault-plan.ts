import { toPlainBody } from '../body/plain-body.ts'
import { findHeader, type Interaction } from '../cassette.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { refuseOption } from '../options/checks.ts'
import { assertInteraction, checkFaults } from './check-faults.ts'
import { damageBody } from './damage-body.ts'
import { damageFrames } from './damage-frames.ts'
import type { Fault, FaultyCassette, PlannedFault } from './fault.ts'
import { toFramedBody } from './find-position.ts'
import { seededRandom } from './seeded-random.ts'

/** The part of a claim that a fault needs. */
export interface AffectedClaim {
  /** The index of the interaction in the cassette. */
  readonly index: number
  /** Lets another request claim the interaction. */
  reopen(): void
}

/** Decides which requests of a session get which fault. Everything here is synchronous, so faults do not depend on the time. */
export class FaultPlan {
  readonly #cassette: FaultyCassette
  readonly #planned: readonly PlannedFault[]
  /** How many requests each interaction has answered. */
  readonly #attempts = new Map<number, number>()

  /** @throws CassetteOptionError if a fault is invalid, or the cassette has no such interaction or position */
  constructor(faults: readonly Fault[], cassette: FaultyCassette) {
    checkFaults(faults, cassette)
    this.#cassette = cassette
    this.#planned = faults.map((fault, index) => ({ fault, option: `faults[${index}]`, happened: 0 }))
    for (const planned of this.#planned) {
      assertPosition(planned, cassette.interactions)
      const { chance, seed } = planned.fault
      if (chance !== undefined)
        console.info(`[msw-cassette] ${cassette.path}: ${planned.option} uses the seed ${seed}.`)
    }
  }

  /**
   * Selects the fault of a request, and counts it. If the client does not get the whole answer, the interaction stays available, so
   * that a retry gets it.
   */
  next(claim: AffectedClaim, request: HttpRequest): PlannedFault | undefined {
    const attempt = this.#attempts.get(claim.index) ?? 0
    this.#attempts.set(claim.index, attempt + 1)
    const found = this.#planned.find(
      (planned, index) => !isDone(planned) && selects(planned, request, [index, claim.index, attempt]),
    )
    if (!found) return undefined
    found.happened++
    const { duplicate, firstEventAfter } = found.fault
    if (duplicate === undefined && firstEventAfter === undefined) claim.reopen()
    return found
  }

  /**
   * Throws if a fault did not happen.
   *
   * @param recorded the interactions that the session has recorded. Faults apply to them in the next run only
   * @throws CassetteOptionError
   */
  verify(recorded: readonly Interaction[]): void {
    const { interactions, path } = this.#cassette
    const all = [...interactions, ...recorded]
    for (const planned of this.#planned) {
      const { fault, option, happened } = planned
      if (happened >= (fault.times ?? 1) || (fault.chance !== undefined && happened > 0)) continue
      assertInteraction(planned, all.length, path)
      assertPosition(planned, all)
      if (recorded.length > 0 && (fault.at ?? interactions.length) >= interactions.length) continue
      throw new CassetteOptionError(option, `${describe(planned)} in ${path}. ${adviseOn(fault)}`)
    }
  }

  /** Starts again, like the playback of the session. */
  rewind(): void {
    for (const planned of this.#planned) planned.happened = 0
    this.#attempts.clear()
  }
}

function isDone({ fault: { times, chance }, happened }: PlannedFault): boolean {
  return happened >= (times ?? (chance === undefined ? 1 : Number.POSITIVE_INFINITY))
}

function selects({ fault, option }: PlannedFault, request: HttpRequest, seeds: [number, number, number]): boolean {
  const { at, when, chance, seed = 0 } = fault
  if (at !== undefined) return at === seeds[1]
  if (chance !== undefined) return seededRandom(seed, ...seeds) < chance
  const selected: unknown = when?.(request)
  return typeof selected === 'boolean'
    ? selected
    : refuseOption(`${option}.when`, selected, 'a function that returns a boolean')
}

/** The other faults are checked when they happen. */
function assertPosition({ fault, option }: PlannedFault, interactions: readonly Interaction[]): void {
  const response = fault.at === undefined ? undefined : interactions[fault.at]?.response
  if (!response) return
  if (response.websocket) {
    damageFrames({ fault, option }, response.websocket)
    return
  }
  const encoding = findHeader(response.headers, 'content-encoding') ?? ''
  const bytes = toPlainBody(response.body, encoding)
  // A body that only the platform can decompress, asynchronously.
  if (encoding !== '' && bytes === response.body) return
  damageBody({ fault, option }, toFramedBody(bytes, findHeader(response.headers, 'content-type') ?? ''))
}

function describe({ fault: { at, times = 1, chance, seed }, option, happened }: PlannedFault): string {
  if (chance !== undefined) return `The fault ${option}, with the chance ${chance} and the seed ${seed}, never happened`
  const name = at === undefined ? `The fault ${option}` : `The fault at ${at} (${option})`
  return happened === 0 ? `${name} was never reached` : `${name} happened ${happened} of ${times} times`
}

function adviseOn({ chance, when, times }: Fault): string {
  if (chance !== undefined) return 'Choose another seed or a higher chance.'
  if (when) return 'Check that its function returns true for a request that the cassette answers, or remove it.'
  return `Check that the code under test sends this request${times === undefined ? '' : ' this often'}, or remove the fault.`
}
