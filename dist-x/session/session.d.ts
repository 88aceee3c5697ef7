import type { Cassette, Interaction } from '../cassette.ts';
import type { diagnose } from '../diagnostics/diagnose.ts';
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts';
import { type CassetteEscapedError } from '../errors/errors.ts';
import type { Answer } from '../http/answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import { type RequestMatcher } from '../matcher/request-matcher.ts';
import { type Mode, type Policy, type Presence } from '../options/mode.ts';
import { OnDemand } from '../platform/on-demand.ts';
import type { Reservation } from '../record/recorder.ts';
import type { Saving } from '../record/recording-log.ts';
import { type InteractionSearch } from '../replay/find-interaction.ts';
import { type Claim } from '../replay/player.ts';
import type { Transport } from '../stream/replay-stream.ts';
import type { CassetteOptions } from './cassette-options.ts';
import type { LoadedCassette } from './cassette-source.ts';
import { Coverage } from './coverage.ts';
import type { SessionModules } from './session-modules.ts';
import { type Verification } from './verify-session.ts';
/** A request as assertions see it. */
export type LoggedRequest = Pick<HttpRequest, 'method' | 'url' | 'body'>;
/** A session that is about to begin. */
export interface SessionInit {
    readonly loaded: LoadedCassette;
    readonly mode: Mode;
    readonly policy: Policy;
    /** Checked. */
    readonly options: CassetteOptions;
    readonly saving: Saving;
    readonly modules: SessionModules;
}
/**
 * One cassette in use: its mode, its player, its recordings and its mismatches. It is independent of the way in which requests
 * reach it; `open/` adds `fetch` and MSW handlers.
 */
export declare class Session {
    #private;
    readonly cassette: Cassette;
    readonly mode: Mode;
    readonly path: string;
    readonly options: CassetteOptions;
    readonly policy: Policy;
    readonly matcher: RequestMatcher;
    readonly coverage: Coverage;
    readonly mismatches: CassetteMismatchError[];
    /** Explains a mismatch. */
    readonly diagnosis: OnDemand<typeof diagnose>;
    /** The requests to its hosts that did not go through MSW, as errors. */
    readonly escapes: CassetteEscapedError[];
    /** The processes and threads that the test started, whose requests nothing can intercept, such as `a child process`. */
    readonly unobserved: Set<string>;
    /** The requests that were answered, in order of arrival. */
    readonly requests: LoggedRequest[];
    /** Whether its file existed at the beginning; also true for a file that is recorded again. */
    readonly fileBefore: Presence;
    constructor({ loaded, mode, policy, options, saving, modules }: SessionInit);
    /** A recorded response counts like a played one, from the moment its request is answered. */
    get played(): Interaction[];
    /** The interactions of the cassette that were played. */
    get replayed(): Interaction[];
    /** The interactions that were not played, except those that a client sends only sometimes. */
    get unplayed(): Interaction[];
    /** How often each interaction was played, in file order. */
    get plays(): readonly number[];
    get recorded(): Interaction[];
    /** Aborts when the session is closed. */
    get closing(): AbortSignal;
    /** Claims the next interaction of the file if its bytes equal those of a request, see `claimInOrder` of `replay/`. */
    claimInOrder(request: HttpRequest): Claim | undefined;
    /** Loads the parts that keys need. Returns undefined if there is nothing to wait for. */
    loadKeys(): Promise<void> | undefined;
    /** Finds the interactions that equal a request, after `loadKeys`; undefined if this session does not replay. */
    claimsFor(request: HttpRequest): InteractionSearch | undefined;
    /** Answers a request with the interaction that it claimed. */
    play(claim: Claim, request: IncomingRequest, transport: Transport): Promise<Answer>;
    /** Reserves the place of a request in the order of recordings. */
    reserve(): Reservation;
    /** Keeps a request for assertions. */
    logRequest({ method, url, body }: HttpRequest): void;
    /** Keeps no requests from now on: a session that lives as long as its server would collect all of them. */
    disableRequestLog(): this;
    /** Keeps an error that belongs to no request: of a function of the options, or of an open end. `verify()` throws the first one. */
    setFailure(error: unknown): void;
    /** The number of interactions that equal an interaction of the cassette, itself included, played or not. */
    countEqual(index: number): number;
    verify(verification?: Omit<Verification, 'saveError'>): void;
    rewind(): void;
    save(): Promise<void>;
    /** Ends the streams that are under way. The session answers nothing from then on. */
    end(): void;
    close(): Promise<void>;
    /** Closes and never throws: an error here would hide the test's own error. */
    [Symbol.asyncDispose](): Promise<void>;
}
