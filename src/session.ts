import type { HttpHandler } from 'msw'
import type { Cassette, Interaction } from './cassette.ts'
import { type CassetteMismatchError, CassetteSessionError, CassetteUnplayedError } from './errors.ts'
import type { RawRequest } from './matcher/match-request.ts'
import { createRequestMatcher, type RequestMatcher } from './matcher/request-matcher.ts'
import { createHandler } from './msw/handler.ts'
import { printable } from './diagnostics/printable.ts'
import type { CassetteOptions } from './options.ts'
import { type Claim, Player } from './player.ts'
import { currentScope, type Scope } from './scope/scope.ts'
import { maskUrl } from './secret/mask-secrets.ts'
import { createFetch } from './session-fetch.ts'
import type { Timing } from './stream/timing.ts'

/** One cassette in use: what answers for it, and what became of it. */
export interface CassetteSession extends AsyncDisposable {
  /** For `setupServer`, `setupWorker` and `server.use`. */
  readonly handlers: HttpHandler[]
  /**
   * The same session as a `fetch`, for `new OpenAI({ fetch: session.fetch })`: nothing is intercepted, so it works where
   * nothing can be. Requests to hosts that are not in the cassette are mismatches here: there is no other handler.
   */
  readonly fetch: typeof globalThis.fetch
  readonly cassette: Cassette
  /** The interactions played so far, in file order. */
  readonly played: readonly Interaction[]
  /** The interactions not played yet, in file order. */
  readonly unplayed: readonly Interaction[]
  /** The requests that matched nothing, as errors, in the order in which they came. */
  readonly mismatches: readonly CassetteMismatchError[]
  /**
   * Fails a test whose code swallowed a mismatch.
   *
   * @throws CassetteMismatchError, or an AggregateError of several
   * @throws CassetteUnplayedError where nothing mismatched, interactions were never asked for, and `onUnplayed` is `'error'`
   */
  verify(): void
  /** Begins again: nothing was played and nothing mismatched. For a `beforeEach`. */
  rewind(): void
  /** Ends the streams that are under way and their timers. From then on its handlers answer nothing. */
  close(): void
}

/** A session from the inside: what answering a request needs. */
export class Session implements CassetteSession {
  readonly cassette: Cassette
  readonly path: string
  readonly mode = 'replay'
  readonly matcher: RequestMatcher
  readonly timing: Timing
  readonly onMismatch: NonNullable<CassetteOptions['onMismatch']>
  readonly mismatches: CassetteMismatchError[] = []
  readonly fetch: typeof globalThis.fetch = createFetch(this)
  readonly #onUnplayed: NonNullable<CassetteOptions['onUnplayed']>
  readonly #player: Player
  readonly #origins: ReadonlySet<string | undefined>
  readonly #end = new AbortController()
  #handlers: HttpHandler[] | undefined
  #scope: Scope | undefined
  #verified = 0

  constructor(cassette: Cassette, options: CassetteOptions) {
    const { match, repeat = 'none', timing = 'instant', onMismatch = 'respond', onUnplayed = 'error' } = options
    this.cassette = cassette
    this.path = cassette.path ?? '<text>'
    this.matcher = createRequestMatcher(match)
    this.timing = timing
    this.onMismatch = onMismatch
    this.#onUnplayed = onUnplayed
    this.#player = new Player(cassette.interactions, ({ request }) => this.matcher.key(request), repeat)
    this.#origins = new Set(cassette.interactions.map(({ request }) => this.matcher.origin(request.url)))
  }

  get handlers(): HttpHandler[] {
    this.#handlers ??= [createHandler(this)]
    this.join()
    return this.#handlers
  }

  get played(): Interaction[] {
    return this.#player.played
  }

  get unplayed(): Interaction[] {
    return this.#player.unplayed
  }

  /** Aborts when the session is closed. */
  get closing(): AbortSignal {
    return this.#end.signal
  }

  /** Lets the other sessions of its scope answer for it, and it for them. */
  join(): void {
    this.#scope ??= currentScope()
    this.#scope.sessions.add(this)
  }

  /** No longer answers for others: its handlers were taken out of their server. */
  leave(): void {
    this.#scope?.sessions.delete(this)
  }

  /** Tells whether a URL is of a host of the cassette. */
  covers(url: string): boolean {
    if (this.#end.signal.aborted) return false
    const origin = this.matcher.origin(url)
    return origin !== undefined && this.#origins.has(origin)
  }

  keyOf(request: RawRequest): string | undefined {
    return this.matcher.key(request)
  }

  /** Claims an interaction: the next one, or one again where `repeat` allows it. */
  claim(key: string | undefined, again: boolean): Claim | undefined {
    if (key === undefined) return undefined
    return again ? this.#player.claimAgain(key) : this.#player.claimNext(key)
  }

  countOf(request: RawRequest): number {
    const key = this.keyOf(request)
    return key === undefined ? 0 : this.#player.count(key)
  }

  verify(): void {
    const [first, ...others] = this.mismatches
    this.#verified = this.mismatches.length
    if (first && others.length > 0) {
      throw new AggregateError(
        this.mismatches,
        `${this.mismatches.length} requests matched nothing in ${this.path}.\n\n${first.message}`,
      )
    }
    if (first) throw first
    this.#verifyUnplayed()
  }

  rewind(): void {
    this.#player.rewind()
    this.mismatches.length = 0
    this.#verified = 0
  }

  close(): void {
    this.leave()
    this.#end.abort(new CassetteSessionError(`The session of ${this.path} was closed.`))
  }

  /** Closes, and never throws: an error from a disposal would hide the one of the test. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
    for (const { message } of this.mismatches.slice(this.#verified)) {
      console.error(
        `[msw-cassette] A session ended with a mismatch that nothing verified; call session.verify().\n\n${message}`,
      )
    }
  }

  #verifyUnplayed(): void {
    const { unplayed, cassette } = this
    if (this.#onUnplayed === 'ignore' || unplayed.length === 0) return
    const list = unplayed.map(
      ({ request, line }) => `  ${line === undefined ? '' : `line ${line}: `}${request.method} ${maskUrl(request.url)}`,
    )
    const message =
      `${unplayed.length} of ${cassette.interactions.length} interactions of ${this.path} were never asked for:\n${printable(list.join('\n'))}\n` +
      "Remove them, or allow them: { onUnplayed: 'ignore' }."
    if (this.#onUnplayed === 'error') throw new CassetteUnplayedError(this.path, unplayed.length, message)
    console.warn(`[msw-cassette] ${message}`)
  }
}
