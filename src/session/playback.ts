import type { Interaction } from '../cassette.ts'
import { isOptionalRequest } from '../http/is-optional-request.ts'
import { isTokenExchange } from '../http/token-exchange.ts'
import { Player } from '../replay/player.ts'
import { createEchoes, type Echoes, type EchoesInit } from './echoes.ts'
import type { Samples } from './samples.ts'

/** The session that plays a cassette. */
type PlayingSession = EchoesInit['session'] & {
  readonly samples: Samples
}

/** The state of a session's playback. A session begins it again with `rewind`, and with each sample. */
export class Playback {
  readonly #session: PlayingSession
  readonly #loadEchoes: EchoesInit['load']
  #player: Player
  #echoes: Echoes | undefined

  constructor(session: PlayingSession, loadEchoes: EchoesInit['load']) {
    this.#session = session
    this.#loadEchoes = loadEchoes
    this.#player = this.#createPlayer()
    this.#echoes = this.#createEchoes()
  }

  get player(): Player {
    return this.#player
  }

  /** Present with the option `match.echoes`. */
  get echoes(): Echoes | undefined {
    return this.#echoes
  }

  /** The interactions that were not played, except those that a client sends only sometimes. */
  get unplayed(): Interaction[] {
    const { samples, options } = this.#session
    const unplayed = samples.outcome?.unplayed ?? this.#player.unplayed
    return unplayed.filter(({ request }) => !isOptionalRequest(request, options.telemetry))
  }

  /** Begins again, with a sample. Claims made before this can no longer be released. */
  start(sample: number): void {
    const { samples } = this.#session
    if (samples.current === sample) this.#player.rewind()
    else {
      samples.current = sample
      this.#player = this.#createPlayer()
    }
    this.#echoes = this.#createEchoes()
  }

  #createPlayer(): Player {
    const { cassette, matcher, options, samples } = this.#session
    return new Player(
      cassette.interactions,
      ({ request }) => matcher.key(request),
      options.repeat ?? 'none',
      ({ request }) => isTokenExchange(request),
      samples.current,
    )
  }

  #createEchoes(): Echoes | undefined {
    return createEchoes({ session: this.#session, player: this.#player, load: this.#loadEchoes })
  }
}
