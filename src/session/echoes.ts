import type { HttpRequest } from '../http/http-request.ts'
import { OnDemand } from '../platform/on-demand.ts'
import type { Claim } from '../replay/player.ts'
import type { claimEcho, EchoedSession, LoggedEcho } from './claim-echo.ts'

interface EchoesInit extends EchoedSession {
  /** Loads the search, with the first request that matches nothing else. */
  readonly load: () => Promise<typeof claimEcho>
}

/** The requests of a session that uses `match.echoes`. */
export class Echoes {
  readonly #session: EchoedSession
  readonly #search: OnDemand<typeof claimEcho>
  #log: LoggedEcho[] = []

  constructor({ load, ...session }: EchoesInit) {
    this.#session = session
    this.#search = new OnDemand(load)
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
    return this.#search.load()
  }

  /** Claims the interaction that a request echoes, after `load`. */
  claim(request: HttpRequest): Claim | undefined {
    return this.#search.value(request, this.#log, this.#session)
  }
}

/** Creates the echoes of a session; undefined without the option `match.echoes`, and if the session does not replay. */
export function createEchoes(init: EchoesInit): Echoes | undefined {
  const { options, policy } = init.session
  return options.match?.echoes && policy.matched === 'replay' ? new Echoes(init) : undefined
}
