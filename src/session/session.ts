import type { Cassette, Interaction } from '../cassette.ts'
import type { diagnose } from '../diagnostics/diagnose.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { type CassetteEscapedError, CassetteSessionError } from '../errors/errors.ts'
import type { AnyAnswer } from '../http/answer.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { isOptionalRequest } from '../http/is-optional-request.ts'
import { createRequestMatcher, type RequestMatcher } from '../matcher/request-matcher.ts'
import type { Mode, Policy, Presence } from '../options/mode.ts'
import { OnDemand } from '../platform/on-demand.ts'
import { createUnlimitedController } from '../platform/unlimited-controller.ts'
import type { Reservation } from '../record/recorder.ts'
import type { RecordingLog } from '../record/recording-log.ts'
import { claimInOrder } from '../replay/claim-in-order.ts'
import type { InteractionSearch } from '../replay/find-interaction.ts'
import { playInteraction } from '../replay/play-interaction.ts'
import type { Claim, Player } from '../replay/player.ts'
import type { CassetteOptions } from './cassette-options.ts'
import { type Coverage, createCoverage } from './coverage.ts'
import { createPlayer } from './create-player.ts'
import { createRecordingLog } from './create-recording-log.ts'
import { createStreams, type SessionStreams } from './create-streams.ts'
import { createEchoes, type Echoes } from './echoes.ts'
import type { Healing } from './healing.ts'
import { KeyParts } from './key-parts.ts'
import { type LoggedRequest, RequestLog } from './request-log.ts'
import type { Samples } from './samples.ts'
import { createFaults, type SessionFaults } from './session-faults.ts'
import type { SessionInit } from './session-init.ts'
import { nameOf } from './text-name.ts'
import { type Verification, verifySession } from './verify-session.ts'

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
  /** The time that `Date` shows to the test; undefined for the real time. */
  readonly clock: Date | undefined
  readonly matcher: RequestMatcher
  readonly keyParts: KeyParts
  /** Given if `timing` is `'manual'`. */
  readonly streams: SessionStreams | undefined
  readonly coverage: Coverage
  readonly faults: SessionFaults | undefined
  readonly log = new RequestLog()
  /** Explains a mismatch. */
  readonly diagnosis: OnDemand<typeof diagnose>
  /** The processes and threads that the test started, whose requests nothing can intercept, such as `a child process`. */
  readonly unobserved = new Set<string>()
  /** Whether its file existed at the beginning; also true for a file that is recorded again. */
  readonly fileBefore: Presence
  readonly samples: Samples
  readonly #player: Player
  readonly #recordings: RecordingLog
  /** Present with the option `match.echoes`, and in mode `heal`. */
  readonly echoes: Echoes | undefined
  readonly healing: Healing | undefined
  readonly #end = createUnlimitedController()
  /** The number of recordings before the last `rewind`. */
  #rewound = 0
  #failure: { readonly error: unknown } | undefined

  constructor({ loaded, mode, policy, options, clock, saving, modules }: SessionInit) {
    const { cassette, presence, text } = loaded
    this.cassette = cassette
    this.mode = mode
    this.path = nameOf(cassette)
    this.options = options
    this.policy = policy
    this.fileBefore = text === undefined ? presence : 'found'
    this.keyParts = new KeyParts({ options, modules })
    const { redactor } = this.keyParts
    this.diagnosis = new OnDemand(modules.loadDiagnosis)
    this.matcher = createRequestMatcher(options.match, {
      request: (request) => redactor.value.request(request),
      headers: (headers) => redactor.value.headers(headers),
    })
    this.#player = createPlayer(this)
    this.samples = { loaded, perRequest: options.samples ?? 1, current: 0 }
    this.healing = modules.createHealing?.({ loaded, mode, saving })
    this.#recordings = createRecordingLog({ session: this, loaded, saving, redactor, modules })
    this.echoes = createEchoes({ session: this, player: this.#player, load: modules.loadEchoes })
    this.faults = createFaults(this, modules)
    this.coverage = createCoverage(this)
    this.streams = createStreams(this)
    this.clock = clock
    if (clock) modules.startClock(clock, this.closing)
  }

  /** A recorded response counts like a played one, from the moment its request is answered. */
  get played(): Interaction[] {
    return [...this.replayed, ...this.recorded.slice(this.#rewound)]
  }

  /** The interactions of the cassette that were played. */
  get replayed(): Interaction[] {
    return this.#player.played.filter((each) => !this.log.unfinished.has(each))
  }

  /** The interactions that were not played or not finished, except those that a client sends only sometimes. */
  get unplayed(): Interaction[] {
    const unplayed = this.samples.outcome?.unplayed ?? this.#player.unplayed
    const needed = unplayed.filter(({ request }) => !isOptionalRequest(request, this.options.telemetry))
    return [...needed, ...this.log.unfinished.keys()]
  }

  /** How often each interaction was played, in file order. */
  get plays(): readonly number[] {
    return this.#player.plays
  }

  get requests(): readonly LoggedRequest[] {
    return this.log.requests
  }

  get requestCount(): number {
    return this.log.count
  }

  get mismatches(): readonly CassetteMismatchError[] {
    return this.log.mismatches
  }

  get escapes(): readonly CassetteEscapedError[] {
    return this.log.escapes
  }

  get recorded(): Interaction[] {
    return this.#recordings.answered
  }

  /** Aborts when the session is closed. */
  get closing(): AbortSignal {
    return this.#end.signal
  }

  /** Claims the next interaction of the file if its bytes equal those of a request, see `claimInOrder` of `replay/`. */
  claimInOrder(request: HttpRequest): Claim | undefined {
    // Another request is waiting for its key, and was sent earlier.
    if (this.policy.matched !== 'replay' || this.keyParts.isLoading) return undefined
    return claimInOrder(request, this.#searched)
  }

  /** Finds the interactions that equal a request, after `keyParts.load`; undefined if this session does not replay. */
  claimsFor(request: HttpRequest): InteractionSearch | undefined {
    return this.policy.matched === 'replay' ? this.keyParts.modules.findInteraction(request, this.#searched) : undefined
  }

  /** Answers a request with the interaction that it claimed. */
  play(claim: Claim, request: IncomingRequest): Promise<AnyAnswer> {
    this.log.addRequest(request)
    this.echoes?.add(request, claim.index)
    const fault = this.faults?.next(claim, request)
    const { timing = 'instant' } = this.options
    const rest = { closing: this.closing, file: this.path, onFailure: this.setFailure.bind(this) }
    return playInteraction({ claim, request, fault, timing, judge: this, ...rest })
  }

  /** Reserves the place of a request in the order of recordings. */
  reserve(): Reservation {
    return this.#recordings.reserve()
  }

  /** Keeps an error that belongs to no request: of a function of the options, or of an open end. `verify()` throws the first one. */
  setFailure(error: unknown): void {
    this.#failure ??= { error }
  }

  /** The number of interactions that equal an interaction of the cassette, itself included, played or not. */
  countEqual(index: number): number {
    return this.#player.countEqual(index)
  }

  verify(verification: Omit<Verification, 'saveError'> = {}): void {
    this.healing?.setVerdict(undefined)
    this.log.markVerified()
    this.#recordings.flush()
    if (this.#failure) throw this.#failure.error
    if (this.streams?.isLoaded) this.streams.value.verify()
    verifySession(this, { ...verification, saveError: this.#recordings.error })
    this.healing?.setVerdict(verification.unplayed ?? 'test')
  }

  /** @param sample the number of the sample to play and record from now on; default: the same */
  rewind(sample = this.samples.current): void {
    this.healing?.keepPlays(this.plays)
    this.samples.current = sample
    this.#player.rewind(sample)
    this.echoes?.clear()
    if (this.streams?.isLoaded) this.streams.value.clear()
    this.faults?.rewind()
    this.#rewound = this.recorded.length
    this.log.clear()
    this.unobserved.clear()
    this.coverage.localHosts.clear()
    this.#failure = undefined
  }

  /** Ends the recordings that are under way, see `RecordingLog.endNow`. */
  endRecordings(): number {
    return this.#recordings.endNow()
  }

  async save(): Promise<void> {
    await this.#recordings.save()
  }

  /** Heals the cassette in mode `heal` if the last `verify` found nothing wrong. It throws what `save` throws. */
  async heal(): Promise<void> {
    await this.healing?.run(this, { recordings: this.#recordings, redactor: this.keyParts.redactor })
  }

  /** Ends the streams that are under way. The session answers nothing from then on. */
  end(): void {
    this.#end.abort(new CassetteSessionError(`The session of ${this.path} was closed.`))
  }

  async close(): Promise<void> {
    if (this.#end.signal.aborted) return
    this.end()
    await this.#recordings.close()
    await this.heal()
    this.healing?.announce()
    await this.options.hooks?.onClose?.({ played: this.played, recorded: this.recorded })
  }

  /** Closes and never throws: an error here would hide the test's own error. */
  async [Symbol.asyncDispose](): Promise<void> {
    // A failed save was reported on the console.
    await this.close().catch(() => {})
    this.log.printUnverified()
  }

  get #searched() {
    return { player: this.#player, matcher: this.matcher, sketch: this.keyParts.sketch, hooks: this.options.hooks }
  }
}
