import type { Cassette, Interaction } from '../cassette.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import { createFetch } from '../fetch/session-fetch.ts'
import type { Mode } from '../options/mode.ts'
import type { CassetteServer } from '../serve/listen.ts'
import type { ListenOptions } from '../serve/listen-options.ts'
import { Session } from '../session/session.ts'
import type { ManualStream } from '../stream/manual-stream.ts'
import { createWebSocketClass } from '../upgrade/session-web-socket.ts'
import type { SessionUsage } from './session-usage.ts'

/** One cassette in use, with `fetch` as its entry point. */
export interface FetchSession extends AsyncDisposable {
  /**
   * A `fetch` that answers from this session, for `new OpenAI({ fetch: session.fetch })`. Nothing is intercepted, so it works on
   * every platform. Requests to hosts that are not in the cassette are mismatches, because no other handler could answer them.
   */
  readonly fetch: typeof globalThis.fetch
  /**
   * A `WebSocket` class that answers from this session, for clients that accept one. Nothing is intercepted. In addition to the
   * standard, it accepts an object with `headers`, as `new WebSocket(url, { headers })` or after the subprotocols.
   */
  readonly WebSocket: typeof globalThis.WebSocket
  /**
   * Serves the session to other processes, such as a browser, a child process or a program in another language: in Node, as an
   * HTTP server on this machine. Its URLs are base URLs for clients, such as `${server.urlFor('openai')}/v1`.
   *
   * @param options see `ListenOptions`
   * @throws CassetteOptionError for an invalid option; CassetteSessionError if the port is not available
   */
  listen(options?: ListenOptions): Promise<CassetteServer>
  /**
   * A streamed answer that the test lets through event by event, with `timing: 'manual'`.
   *
   * @param index the number of the stream, from 0, in the order in which the streamed answers of this session begin
   * @throws CassetteOptionError for another `timing`. The functions of the stream throw it for an index that is not the number of a stream
   */
  stream(index: number): ManualStream
  /** The cassette as it was when the session began. */
  readonly cassette: Cassette
  readonly mode: Mode
  /**
   * The interactions played so far: those of the cassette in file order, then those recorded so far. A recorded response counts
   * from the moment its request is answered.
   */
  readonly played: readonly Interaction[]
  /** The interactions not played yet, in file order, except telemetry, token exchanges and MCP streams, which are optional. */
  readonly unplayed: readonly Interaction[]
  /**
   * The interactions recorded so far, as they are saved. Those whose bodies have not ended contain the bytes that have arrived.
   */
  readonly recorded: readonly Interaction[]
  /** The requests that matched no interaction, as errors, in order of arrival. */
  readonly mismatches: readonly CassetteMismatchError[]
  /**
   * Totals the calls of this session: those that were answered from the cassette, and those that were made and recorded. It reads their
   * tokens and costs only when you call it.
   *
   * @throws CassetteSessionError in a page
   */
  usage(): Promise<SessionUsage>
  /**
   * Fails a test whose code ignored a mismatch.
   *
   * @throws the error that a function of the options threw
   * @throws CassetteMismatchError, or an AggregateError of several
   * @throws CassetteSecretError, CassetteSaveError if a recording could not be saved
   * @throws CassetteUnplayedError if there is no mismatch, interactions were never requested, and `onUnplayed` is `'error'`
   */
  verify(): void
  /** Resets playback: no interaction was played and nothing mismatched. For a `beforeEach`. */
  rewind(): void
  /**
   * Saves the recordings, after waiting up to a second for exchanges that are under way. `openCassette` and `fromCassette` also
   * save each recording when it is complete.
   *
   * @throws CassetteSecretError, CassetteSaveError
   */
  save(): Promise<void>
  /**
   * Ends replayed streams immediately and recordings after a second, and then saves. The session answers nothing from then on.
   *
   * @throws CassetteSecretError, CassetteSaveError
   */
  close(): Promise<void>
}

/** A session with `fetch`, as the library itself uses it. */
export class SessionWithFetch extends Session implements FetchSession {
  readonly fetch: typeof globalThis.fetch = createFetch(this)
  #WebSocket: typeof globalThis.WebSocket | undefined

  get WebSocket(): typeof globalThis.WebSocket {
    this.#WebSocket ??= createWebSocketClass(this)
    return this.#WebSocket
  }

  stream(index: number): ManualStream {
    const { streams } = this
    if (!streams) throw new CassetteOptionError('timing', "session.stream() needs the option timing: 'manual'.")
    const load = async (): Promise<ManualStream> => {
      await streams.load()
      return streams.value.at(index)
    }
    return {
      next: async (count) => (await load()).next(count),
      rest: async () => (await load()).rest(),
      fail: async () => (await load()).fail(),
    }
  }

  async usage(): Promise<SessionUsage> {
    // Only now: it loads the readers of all protocols.
    const { readUsage } = await import('#usage')
    return readUsage(this)
  }

  async listen(options?: ListenOptions): Promise<CassetteServer> {
    // Only now: most sessions serve nobody.
    const { listen } = await import('#serve')
    const server = await listen({ select: () => [this] }, options)
    this.closing.addEventListener('abort', () => void server.close(), { once: true })
    return server
  }
}
