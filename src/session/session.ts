import type { Cassette, Interaction } from '../cassette.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { type CassetteEscapedError, CassetteSessionError } from '../errors/errors.ts'
import type { Answer } from '../http/answer.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { createRequestMatcher, type RequestMatcher } from '../matcher/request-matcher.ts'
import { refuseOption } from '../options/checks.ts'
import { type Mode, mayRecord, type Policy, type Presence, toPolicy } from '../options/mode.ts'
import { OnDemand } from '../platform/on-demand.ts'
import { createUnlimitedController } from '../platform/unlimited-controller.ts'
import type { Reservation } from '../record/recorder.ts'
import type { RecordingLog, Saving } from '../record/recording-log.ts'
import { claimInOrder, findInteraction, type InteractionSearch } from '../replay/find-interaction.ts'
import { playInteraction } from '../replay/play-interaction.ts'
import { type Claim, Player } from '../replay/player.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { Transport } from '../stream/replay-stream.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { LoadedCassette } from './cassette-source.ts'
import { createHostFilter } from './covered-hosts.ts'
import { createRecordingLog } from './create-recording-log.ts'
import type { SessionModules } from './session-modules.ts'
import { verifySession } from './verify-session.ts'

/** A request as assertions see it. */
export type LoggedRequest = Pick<HttpRequest, 'method' | 'url' | 'body'>

/** A session that is about to begin. */
export interface SessionInit {
  readonly loaded: LoadedCassette
  readonly mode: Mode
  /** Checked. */
  readonly options: CassetteOptions
  readonly saving: Saving
  readonly modules: SessionModules
}

/**
 * One cassette in use: its mode, its player, its recordings and its mismatches. It is independent of the way in which requests
 * reach it; `open/` adds `fetch` and MSW handlers.
 */
export class Session {
  readonly cassette: Cassette
  readonly mode: Mode
  readonly path: string
  readonly options: CassetteOptions
  readonly policy: Policy
  readonly matcher: RequestMatcher
  readonly mismatches: CassetteMismatchError[] = []
  /** The requests to its hosts that did not go through MSW, as errors. */
  readonly escapes: CassetteEscapedError[] = []
  /** What the test started whose requests nothing can intercept, such as `a child process`. */
  readonly unobserved = new Set<string>()
  /** The requests that were answered, in order of arrival. */
  readonly requests: LoggedRequest[] = []
  /** Whether its file existed at the beginning; also true for a file that is recorded again. */
  readonly fileBefore: Presence
  readonly #redactor: OnDemand<Redactor>
  readonly #player: Player
  readonly #recordings: RecordingLog
  readonly #hostFilter: (url: string) => boolean
  readonly #end = createUnlimitedController()
  #verified = 0
  #failure: { readonly error: unknown } | undefined
  #requestLog: 'on' | 'off' = 'on'

  constructor({ loaded, mode, options, saving, modules }: SessionInit) {
    const { cassette, presence, text } = loaded
    this.cassette = cassette
    this.mode = mode
    this.path = cassette.path ?? '<text>'
    this.options = options
    this.policy = toPolicy(mode, presence)
    this.fileBefore = text === undefined ? presence : 'found'
    const redactor = new OnDemand(() => modules.createRedactor(options.redact))
    this.#redactor = redactor
    this.matcher = createRequestMatcher(options.match, {
      request: (request) => redactor.value.request(request),
      headers: (headers) => redactor.value.headers(headers),
    })
    this.#player = new Player(
      cassette.interactions,
      ({ request }) => this.matcher.key(request),
      options.repeat ?? 'none',
    )
    this.#recordings = createRecordingLog({ loaded, options, saving, redactor, modules })
    const reach = mayRecord(this.policy) || mode === 'passthrough' ? 'all-hosts' : 'recorded-hosts'
    this.#hostFilter = createHostFilter(cassette, this.matcher, options.hosts, reach)
  }

  get played(): Interaction[] {
    return this.#player.played
  }

  get unplayed(): Interaction[] {
    return this.#player.unplayed
  }

  /** How often each interaction was played, in file order. */
  get plays(): readonly number[] {
    return this.#player.plays
  }

  get recorded(): Interaction[] {
    return this.#recordings.list
  }

  /** Aborts when the session is closed. */
  get closing(): AbortSignal {
    return this.#end.signal
  }

  /** Tells whether this session answers requests to a URL. */
  handlesUrl(url: string): boolean {
    if (this.#end.signal.aborted) return false
    try {
      return this.#hostFilter(url)
    } catch {
      // A function of the options threw. It throws again when the request is answered, and is reported then.
      return true
    }
  }

  /**
   * Tells whether the option `passthrough` sends a request to the network.
   *
   * @throws CassetteOptionError if the function does not return a boolean: a promise would let every request pass
   */
  passesThrough(request: Pick<HttpRequest, 'method' | 'url' | 'headers'>): boolean {
    const { passthrough } = this.options
    const answer: unknown = passthrough?.(request) ?? false
    if (typeof answer === 'boolean') return answer
    const returned = typeof answer === 'object' ? 'an object' : String(answer)
    return refuseOption('passthrough', passthrough, `a function that returns a boolean; it returned ${returned}`)
  }

  /** Claims the next interaction of the file if its bytes equal those of a request, see `claimInOrder` of `replay/`. */
  claimInOrder(request: HttpRequest): Claim | undefined {
    // Another request is waiting for its key, and was sent earlier.
    if (this.policy.matched !== 'replay' || this.#redactor.isLoading) return undefined
    return claimInOrder(request, this.#searched)
  }

  /** Loads the parts that keys need. Returns undefined if there is nothing to wait for. */
  loadKeys(): Promise<void> | undefined {
    return this.#redactor.load()
  }

  /** Finds the interactions that equal a request, after `loadKeys`; undefined if this session does not replay. */
  claimsFor(request: HttpRequest): InteractionSearch | undefined {
    return this.policy.matched === 'replay' ? findInteraction(request, this.#searched) : undefined
  }

  /** Answers a request with the interaction that it claimed. */
  play(claim: Claim, request: IncomingRequest, transport: Transport): Promise<Answer> {
    this.logRequest(request)
    const { timing = 'instant' } = this.options
    return playInteraction({ claim, request, timing, closing: this.closing, transport })
  }

  /** Reserves the place of a request in the order of recordings. */
  reserve(): Reservation {
    return this.#recordings.reserve()
  }

  /** Keeps a request for assertions. */
  logRequest({ method, url, body }: HttpRequest): void {
    if (this.#requestLog === 'on') this.requests.push({ method, url, body })
  }

  /** Keeps no requests from now on: a session that lives as long as its server would collect all of them. */
  disableRequestLog(): this {
    this.#requestLog = 'off'
    return this
  }

  /** Keeps the error of a function of the options. `verify()` throws the first one. */
  setFailure(error: unknown): void {
    this.#failure ??= { error }
  }

  /** The number of interactions that equal an interaction of the cassette, itself included, played or not. */
  countEqual(index: number): number {
    return this.#player.countEqual(index)
  }

  verify(): void {
    this.#verified = this.mismatches.length
    if (this.#failure) throw this.#failure.error
    verifySession(this, this.#recordings.error)
  }

  rewind(): void {
    this.#player.rewind()
    this.mismatches.length = 0
    this.escapes.length = 0
    this.unobserved.clear()
    this.requests.length = 0
    this.#verified = 0
    this.#failure = undefined
  }

  async save(): Promise<void> {
    await this.#recordings.save('keep')
  }

  /** Ends the streams that are under way. The session answers nothing from then on. */
  end(): void {
    this.#end.abort(new CassetteSessionError(`The session of ${this.path} was closed.`))
  }

  async close(): Promise<void> {
    if (this.#end.signal.aborted) return
    this.end()
    await this.#recordings.save('abort')
    this.options.hooks?.onClose?.({ played: this.played, recorded: this.recorded })
  }

  /** Closes and never throws: an error here would hide the test's own error. */
  async [Symbol.asyncDispose](): Promise<void> {
    // A failed save was reported on the console.
    await this.close().catch(() => {})
    for (const { message } of this.mismatches.slice(this.#verified)) {
      console.error(
        `[msw-cassette] A session ended with a mismatch that nothing verified; call session.verify().\n\n${message}`,
      )
    }
  }

  get #searched() {
    return { player: this.#player, matcher: this.matcher, hooks: this.options.hooks }
  }
}
