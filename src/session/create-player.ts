import type { Cassette } from '../cassette.ts'
import { isTokenExchange } from '../http/token-exchange.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { Player } from '../replay/player.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { KeyParts } from './key-parts.ts'

/** The parts of a session that its player needs. */
interface PlayingSession {
  readonly cassette: Cassette
  readonly matcher: RequestMatcher
  readonly options: CassetteOptions
  readonly keyParts: KeyParts
}

/** Creates the player of a session. */
export function createPlayer({ cassette, matcher, options, keyParts }: PlayingSession): Player {
  return new Player(
    cassette.interactions,
    (init) =>
      new keyParts.modules.KeyIndex({
        ...init,
        keyOf: ({ request }) => matcher.key(request),
        sketchOf: ({ request }) => keyParts.sketch(request),
      }),
    options.repeat ?? 'none',
    ({ request }) => isTokenExchange(request),
  )
}
