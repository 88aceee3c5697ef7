import type { Interaction } from '../cassette.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import type { CassetteEscapedError } from '../errors/errors.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { ConversationProgress } from '../websocket/frame-judge.ts'

/** The number of errors of each kind in a limited log. */
const MAX_KEPT_ERRORS = 100

/** A request as assertions see it. */
export type LoggedRequest = Pick<HttpRequest, 'method' | 'url' | 'body'>

/** The requests of a session: those that were answered, and why others were refused. */
export class RequestLog {
  /** How many requests were answered. */
  count = 0
  /** In order of arrival. */
  readonly requests: LoggedRequest[] = []
  readonly mismatches: CassetteMismatchError[] = []
  /** The requests to the session's hosts that did not go through MSW. */
  readonly escapes: CassetteEscapedError[] = []
  /** The WebSocket conversations of the cassette whose clients have not sent all recorded frames. */
  readonly unfinished = new Map<Interaction, ConversationProgress>()
  #verified: ReadonlySet<Error> = new Set()
  #size: 'complete' | 'limited' = 'complete'

  /** Why requests were refused. */
  get refusals(): Error[] {
    return [...this.mismatches, ...this.escapes]
  }

  /** The refusals since the last `markVerified`. */
  get unverified(): Error[] {
    return this.refusals.filter((error) => !this.#verified.has(error))
  }

  addRequest({ method, url, body }: HttpRequest): void {
    this.count++
    if (this.#size === 'complete') this.requests.push({ method, url, body })
  }

  addMismatch(error: CassetteMismatchError): void {
    this.#add(this.mismatches, error)
  }

  addEscape(error: CassetteEscapedError): void {
    this.#add(this.escapes, error)
  }

  /** Keeps no requests and only the last errors from now on: a session that lives as long as its server would collect all. */
  limit(): void {
    this.#size = 'limited'
  }

  markVerified(): void {
    this.#verified = new Set(this.refusals)
  }

  /** Prints the refusals that nothing has verified: the test would otherwise not notice them. */
  printUnverified(): void {
    for (const { message } of this.unverified) {
      console.error(
        `[msw-cassette] A session ended with a refused request that nothing verified; call session.verify().\n\n${message}`,
      )
    }
  }

  clear(): void {
    this.count = 0
    this.unfinished.clear()
    for (const list of [this.requests, this.mismatches, this.escapes]) list.length = 0
  }

  #add<T extends Error>(list: T[], error: T): void {
    list.push(error)
    if (this.#size === 'limited' && list.length > MAX_KEPT_ERRORS) list.shift()
  }
}
