import type { Cassette, Interaction } from '../cassette.ts'
import type { AnsweredRequest, findEcho } from '../echo/find-echo.ts'
import type { planHeal } from '../heal/plan-heal.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import type { Policy } from '../options/mode.ts'
import { OnDemand } from '../platform/on-demand.ts'
import { claimAt } from '../replay/find-interaction.ts'
import type { Claim, Player } from '../replay/player.ts'
import type { CassetteOptions } from './cassette-options.ts'

/** The parts of echoes that are loaded with the first request that matches nothing else. */
export interface EchoModule {
  readonly findEcho: typeof findEcho
  readonly planHeal: typeof planHeal
}

/** A session whose requests are compared. */
interface ComparedSession {
  readonly cassette: Cassette
  readonly matcher: RequestMatcher
  readonly options: CassetteOptions
  readonly policy: Policy
  readonly recorded: readonly Interaction[]
}

interface EchoesInit {
  readonly session: ComparedSession
  readonly player: Player
  readonly load: () => Promise<EchoModule>
}

/** Creates the echoes of a session; undefined without the option `match.echoes`, and if the session does not replay. */
export function createEchoes(init: EchoesInit): Echoes | undefined {
  const { options, policy } = init.session
  return options.match?.echoes && policy.matched === 'replay' ? new Echoes(init) : undefined
}

/** The requests of a session that uses `match.echoes`, and the search for interactions that echo them. */
export class Echoes {
  readonly #init: EchoesInit
  readonly #module: OnDemand<EchoModule>
  #log: { readonly request: HttpRequest; readonly index: number | undefined }[] = []

  constructor(init: EchoesInit) {
    this.#init = init
    this.#module = new OnDemand(init.load)
  }

  /**
   * Remembers a request that is answered.
   *
   * @param index of the interaction that answers it; undefined if the network does
   */
  add({ method, url, headers, body }: HttpRequest, index: number | undefined): void {
    this.#log.push({ request: { method, url, headers, body }, index })
  }

  clear(): void {
    this.#log = []
  }

  /** Loads the search. Returns undefined if there is nothing to wait for. */
  load(): Promise<void> | undefined {
    return this.#module.load()
  }

  /** Claims the interaction that a request echoes, after `load`. */
  claim(request: HttpRequest): Claim | undefined {
    const { session, player } = this.#init
    const { cassette, matcher, options } = session
    const { interactions } = cassette
    const { unclaimed } = player
    const claimed = [...interactions.keys()].filter((index) => !unclaimed.includes(index))
    const candidates = (options.repeat ?? 'none') === 'none' ? unclaimed : [...unclaimed, ...claimed]
    const index = this.#module.value.findEcho(request, {
      interactions,
      matcher,
      candidates,
      answered: this.#answered(),
    })
    return index === undefined ? undefined : claimAt(index, { player, hooks: options.hooks })
  }

  #answered(): AnsweredRequest[] {
    const { session, player } = this.#init
    const { cassette, matcher, recorded } = session
    const { interactions } = cassette
    const plan = this.#module.value.planHeal({ interactions, recorded, unplayed: player.unclaimed, matcher })
    return this.#log.flatMap(({ request, index }) => {
      const answer = index === undefined ? findRecording(request, recorded, matcher) : interactions[index]
      const place = index ?? plan.replaced.find(({ recording }) => recording === answer)?.index
      return answer ? [{ request, answer, index: place }] : []
    })
  }
}

function findRecording(
  request: HttpRequest,
  recorded: readonly Interaction[],
  matcher: RequestMatcher,
): Interaction | undefined {
  const key = matcher.key(request)
  return recorded.findLast((each) => matcher.key(each.request) === key)
}
