import type { HttpRequest } from '../http/http-request.ts'
import { isTelemetry } from '../http/telemetry.ts'
import type { Mode } from '../options/mode.ts'
import type { CassetteOptions } from './cassette-options.ts'
import { isRemote } from './covered-hosts.ts'

interface Covering {
  readonly mode: Mode
  readonly options: CassetteOptions
  /** See `createHostFilter`. */
  readonly hostFilter: (url: string) => boolean
  /** Aborts when the session is closed. It covers nothing from then on. */
  readonly closing: AbortSignal
}

/** Which requests a session answers. */
export class Coverage {
  /** The hosts of this machine that received requests which the session did not answer, such as `localhost:11434`. */
  readonly localHosts = new Set<string>()
  readonly #covering: Covering

  constructor(covering: Covering) {
    this.#covering = covering
  }

  /** Tells whether the session answers requests to a URL. */
  handlesUrl(url: string): boolean {
    const { closing, hostFilter } = this.#covering
    if (closing.aborted) return false
    try {
      return hostFilter(url)
    } catch {
      // A function of the options threw. It throws again when the request is answered, and is reported then.
      return true
    }
  }

  /** Tells whether the option `hosts` keeps a URL from being replayed and recorded. */
  excludesUrl(url: string): boolean {
    const { closing, options } = this.#covering
    return options.hosts !== undefined && !closing.aborted && !this.handlesUrl(url)
  }

  /** Tells whether a request sends telemetry, which the session keeps off the network. */
  isTelemetry(request: Pick<HttpRequest, 'method' | 'url' | 'headers'>): boolean {
    const { closing, mode, options } = this.#covering
    return mode !== 'passthrough' && !closing.aborted && isTelemetry(request, options.telemetry)
  }

  /** Notes a request that the session does not answer, because its host is not covered. */
  noteUnanswered(url: string): void {
    const parsed = URL.canParse(url) ? new URL(url) : undefined
    if (parsed && !isRemote(parsed)) this.localHosts.add(parsed.host)
  }
}
