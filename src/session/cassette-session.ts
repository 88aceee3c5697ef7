import type { HttpHandler } from 'msw'
import type { Cassette, Interaction } from '../cassette.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import type { Mode } from '../options/mode.ts'

/** One cassette in use: what answers for it, and what became of it. */
export interface CassetteSession extends AsyncDisposable {
  /** For `setupServer`, `setupWorker` and `server.use`. */
  readonly handlers: HttpHandler[]
  /**
   * The same session as a `fetch`, for `new OpenAI({ fetch: session.fetch })`: nothing is intercepted, so it works where
   * nothing can be. Requests to hosts that are not in the cassette are mismatches here: there is no other handler.
   */
  readonly fetch: typeof globalThis.fetch
  /** The cassette as it was when the session began. */
  readonly cassette: Cassette
  readonly mode: Mode
  /** The interactions played so far, in file order. */
  readonly played: readonly Interaction[]
  /** The interactions not played yet, in file order. */
  readonly unplayed: readonly Interaction[]
  /** The interactions recorded so far, as they are saved. */
  readonly recorded: readonly Interaction[]
  /** The requests that matched nothing, as errors, in the order in which they came. */
  readonly mismatches: readonly CassetteMismatchError[]
  /**
   * Fails a test whose code swallowed a mismatch.
   *
   * @throws what a function of the options threw
   * @throws CassetteMismatchError, or an AggregateError of several
   * @throws CassetteSecretError, CassetteSaveError where what was recorded could not be saved
   * @throws CassetteUnplayedError where nothing mismatched, interactions were never asked for, and `onUnplayed` is `'error'`
   */
  verify(): void
  /** Begins again: nothing was played and nothing mismatched. For a `beforeEach`. */
  rewind(): void
  /**
   * Saves what was recorded, after waiting up to a second for what is under way. Recordings of `openCassette` and
   * `fromCassette` are saved as they become complete, too.
   *
   * @throws CassetteSecretError, CassetteSaveError
   */
  save(): Promise<void>
  /**
   * Ends the replayed streams that are under way and their timers, at once, and what is being recorded and takes longer than a
   * second, and then saves. From then on its handlers answer nothing.
   *
   * @throws CassetteSecretError, CassetteSaveError
   */
  close(): Promise<void>
}
