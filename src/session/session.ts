import type { HttpHandler } from 'msw'
import type { Cassette, Interaction } from '../cassette.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { CassetteSessionError } from '../errors/errors.ts'
import { createFetch } from '../fetch/session-fetch.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { createRequestMatcher, type RequestMatcher } from '../matcher/request-matcher.ts'
import { createHandler } from '../msw/handler.ts'
import { type Decision, decide, type Mode, type Presence } from '../options/mode.ts'
import { createUnlimitedController } from '../platform/unlimited-controller.ts'
import type { Recorder } from '../record/recorder.ts'
import { RecordingLog, type Saving } from '../record/recording-log.ts'
import { toRecording } from '../record/to-recording.ts'
import { createSearch, type Search } from '../replay/find-interaction.ts'
import { Player } from '../replay/player.ts'
import { currentScope, type Scope } from '../scope/scope.ts'
import { createRedactor } from '../secret/redactor.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { CassetteSession } from './cassette-session.ts'
import { createHostFilter } from './covered-hosts.ts'
import type { LoadedCassette } from './load-cassette.ts'
import { verifySession } from './verify-session.ts'

/** A request that was sent, as far as assertions see it. */
export type LoggedRequest = Pick<HttpRequest, 'method' | 'url' | 'body'>

/** A session from the inside: what answering a request needs. */
export class Session implements CassetteSession {
  readonly cassette: Cassette
  readonly mode: Mode
  readonly path: string
  readonly options: CassetteOptions
  readonly matcher: RequestMatcher
  readonly mismatches: CassetteMismatchError[] = []
  /** What was asked of it, as it came. */
  readonly requests: LoggedRequest[] = []
  readonly fetch: typeof globalThis.fetch = createFetch(this)
  /** Whether its file was there, also where it is recorded anew. */
  readonly fileBefore: Presence
  readonly #presence: Presence
  readonly #player: Player
  readonly #recordings: RecordingLog
  readonly #coverage: (url: string) => boolean
  readonly #end = createUnlimitedController()
  #handlers: HttpHandler[] | undefined
  #scope: Scope | undefined
  #verified = 0
  #failure: { readonly error: unknown } | undefined
  #keeps: 'what-is-received' | 'nothing' = 'what-is-received'

  constructor(loaded: LoadedCassette, mode: Mode, options: CassetteOptions, saving: Saving) {
    const { cassette, presence, file, text: replaces } = loaded
    const redactor = createRedactor(options.redact)
    this.cassette = cassette
    this.mode = mode
    this.path = cassette.path ?? '<text>'
    this.options = options
    this.matcher = createRequestMatcher(options.match, redactor)
    this.fileBefore = replaces === undefined ? presence : 'present'
    this.#presence = presence
    this.#player = new Player(
      cassette.interactions,
      ({ request }) => this.matcher.key(request),
      options.repeat ?? 'none',
    )
    this.#recordings = new RecordingLog({
      file,
      replaces,
      saving,
      allowSecrets: options.allowSecrets,
      toRecording: (capture) => toRecording(capture, redactor, options),
    })
    const isReplayOnly = [decide(mode, presence, 'matched'), decide(mode, presence, 'unmatched')].every(
      (decision) => decision === 'replay' || decision === 'mismatch',
    )
    this.#coverage = createHostFilter(
      cassette,
      this.matcher,
      options.hosts,
      isReplayOnly ? 'recorded-hosts' : 'all-hosts',
    )
  }

  get handlers(): HttpHandler[] {
    this.#handlers ??= [createHandler(this)]
    this.enterScope()
    return this.#handlers
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

  get recorder(): Recorder {
    return this.#recordings.recorder
  }

  /** Remembers a request, for assertions on what was sent. */
  logRequest({ method, url, body }: HttpRequest): void {
    if (this.#keeps === 'what-is-received') this.requests.push({ method, url, body })
  }

  /** Keeps no requests from now on: it lives as long as its server, and nobody can ask for them. */
  disableRequestLog(): this {
    this.#keeps = 'nothing'
    return this
  }

  /** Aborts when the session is closed. */
  get closing(): AbortSignal {
    return this.#end.signal
  }

  /** Lets the other sessions of its scope answer for it, and it for them. */
  enterScope(): void {
    this.#scope ??= currentScope()
    this.#scope.sessions.add(this)
  }

  /** No longer answers for others: its handlers were taken out of their server. */
  exitScope(): void {
    this.#scope?.sessions.delete(this)
  }

  /** Tells whether requests to a URL are for this session to answer. */
  handlesUrl(url: string): boolean {
    if (this.#end.signal.aborted) return false
    try {
      return this.#coverage(url)
    } catch {
      // A function of the options: who answers will find out, and say it.
      return true
    }
  }

  /** What is to become of a request, by the session's mode. */
  decide(match: 'matched' | 'unmatched'): Decision {
    return decide(this.mode, this.#presence, match)
  }

  /** Looks for what answers a request; undefined where nothing is replayed. */
  search(request: HttpRequest): Search | undefined {
    if (this.decide('matched') !== 'replay') return undefined
    return createSearch(request, { player: this.#player, matcher: this.matcher, hooks: this.options.hooks })
  }

  /** Remembers that a function of its options threw: `verify()` throws the first of such errors. */
  setFailure(error: unknown): void {
    this.#failure ??= { error }
  }

  /** How many interactions a request equals, played or not. */
  countOf(request: HttpRequest): number {
    const key = this.matcher.key(request)
    return key === undefined ? 0 : this.#player.count(key)
  }

  verify(): void {
    this.#verified = this.mismatches.length
    if (this.#failure) throw this.#failure.error
    verifySession(this, this.#recordings.error)
  }

  rewind(): void {
    this.#player.rewind()
    this.mismatches.length = 0
    this.requests.length = 0
    this.#verified = 0
    this.#failure = undefined
  }

  async save(): Promise<void> {
    await this.#recordings.save('goes-on')
  }

  /** Ends the streams that are under way, and answers nothing from then on. */
  end(): void {
    this.exitScope()
    this.#end.abort(new CassetteSessionError(`The session of ${this.path} was closed.`))
  }

  async close(): Promise<void> {
    if (this.#end.signal.aborted) return
    this.end()
    await this.#recordings.save('ends')
    this.options.hooks?.onClose?.({ played: this.played, recorded: this.recorded })
  }

  /** Closes, and never throws: an error from a disposal would hide the one of the test. */
  async [Symbol.asyncDispose](): Promise<void> {
    // What could not be saved was said on the console when it failed.
    await this.close().catch(() => {})
    for (const { message } of this.mismatches.slice(this.#verified)) {
      console.error(
        `[msw-cassette] A session ended with a mismatch that nothing verified; call session.verify().\n\n${message}`,
      )
    }
  }
}
