import type { Cassette, Interaction } from '../cassette.ts'
import { type AnsweredRequest, findEcho } from '../echo/find-echo.ts'
import { planHeal } from '../heal/plan-heal.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import type { Policy } from '../options/mode.ts'
import { claimAt } from '../replay/claim-in-order.ts'
import type { Claim, Player } from '../replay/player.ts'
import type { CassetteOptions } from './cassette-options.ts'

/** A session with the option `match.echoes`. */
export interface EchoedSession {
  readonly session: {
    readonly cassette: Cassette
    readonly matcher: RequestMatcher
    readonly options: CassetteOptions
    readonly policy: Policy
    readonly recorded: readonly Interaction[]
  }
  readonly player: Player
}

/** A request, and the index of the interaction that answered it; undefined if the network did. */
export interface LoggedEcho {
  readonly request: HttpRequest
  readonly index: number | undefined
}

/**
 * Claims the interaction that a request echoes.
 *
 * @param log the requests before it, in order of arrival
 */
export function claimEcho(
  request: HttpRequest,
  log: readonly LoggedEcho[],
  { session, player }: EchoedSession,
): Claim | undefined {
  const { cassette, matcher, options } = session
  const { interactions } = cassette
  const { unclaimed } = player
  const claimed = [...interactions.keys()].filter((index) => !unclaimed.includes(index))
  const candidates = (options.repeat ?? 'none') === 'none' ? unclaimed : [...unclaimed, ...claimed]
  const answered = findAnswers(log, { session, player })
  const index = findEcho(request, { interactions, matcher, candidates, answered })
  return index === undefined ? undefined : claimAt(index, { player, hooks: options.hooks })
}

/** A recording answers in the place that it takes when the cassette is healed. */
function findAnswers(log: readonly LoggedEcho[], { session, player }: EchoedSession): AnsweredRequest[] {
  const { cassette, matcher, recorded } = session
  const { interactions } = cassette
  const { replaced } = planHeal({ interactions, recorded, unplayed: player.unclaimed, matcher })
  return log.flatMap(({ request, index }) => {
    const answer = index === undefined ? findRecording(request, recorded, matcher) : interactions[index]
    const place = index ?? replaced.find(({ recording }) => recording === answer)?.index
    return answer ? [{ request, answer, index: place }] : []
  })
}

function findRecording(
  request: HttpRequest,
  recorded: readonly Interaction[],
  matcher: RequestMatcher,
): Interaction | undefined {
  const key = matcher.key(request)
  return recorded.findLast((each) => matcher.key(each.request) === key)
}
