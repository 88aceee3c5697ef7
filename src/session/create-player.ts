import type { Cassette } from '../cassette.ts'
import { isTokenExchange } from '../http/token-exchange.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { Player } from '../replay/player.ts'
import type { CassetteOptions } from './cassette-options.ts'

/** The parts of a session that its player needs. */
interface PlayingSession {
  readonly cassette: Cassette
  readonly matcher: RequestMatcher
  readonly options: CassetteOptions
}

/** Creates the player of a session. */
export function createPlayer({ cassette, matcher, options }: PlayingSession): Player {
  return new Player(
    cassette.interactions,
    ({ request }) => matcher.key(request),
    options.repeat ?? 'none',
    ({ request }) => isTokenExchange(request),
  )
}
