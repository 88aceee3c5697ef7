import type { Cassette } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { isTelemetry } from '../http/telemetry.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { type Mode, mayRecord, type Policy } from '../options/mode.ts'
import type { CassetteOptions } from './cassette-options.ts'
import { createHostFilter, isRemote } from './covered-hosts.ts'

/** The part of a session that its coverage depends on. */
interface CoveringSession {
  readonly cassette: Cassette
  readonly matcher: RequestMatcher
  readonly mode: Mode
  readonly policy: Policy
  readonly options: CassetteOptions
  /** Aborts when the session is closed. It covers nothing from then on. */
  readonly closing: AbortSignal
}

/** Creates the coverage of a session. */
export function createCoverage({ cassette, matcher, mode, policy, options, closing }: CoveringSession): Coverage {
  const reach = mayRecord(policy) || mode === 'passthrough' ? 'all-hosts' : 'recorded-hosts'
  return new Coverage({ mode, options, hostFilter: createHostFilter(cassette, matcher, options.hosts, reach), closing })
}

interface Covering extends Pick<CoveringSession, 'mode' | 'options' | 'closing'> {
  /** See `createHostFilter`. */
  readonly hostFilter: (url: string) => boolean
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
