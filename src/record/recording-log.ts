import type { Interaction } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { type CassetteError, CassetteSaveError } from '../errors/errors.ts'
import type { KnownCredentials } from '../secret/known-credentials.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { Capture } from './capture-exchange.ts'
import { type Pending, Recorder, type Reservation, type SendRequest } from './recorder.ts'
import { reportError } from './report-error.ts'
import type { Saver } from './saver.ts'

/**
 * When recordings are saved: each as soon as it is complete, or all of them when `save()` is called. Many that are complete at
 * about the same time are saved together.
 */
export type Saving = 'immediate' | 'deferred'

/** How recordings are made and become a file. */
export interface RecordingLogOptions {
  /** The absolute path of the cassette; undefined for a cassette in memory, which is not saved. */
  readonly file: string | undefined
  readonly saving: Saving
  /** Sends a request and captures the exchange. The functions below are called only after it. */
  readonly send: SendRequest
  /** Converts a captured exchange to the interaction to save, or undefined to drop it. */
  readonly toRecording: (capture: Capture) => Interaction | undefined
  /** Converts an exchange that is under way, without hooks. */
  readonly toPreview: (capture: Capture) => Interaction | undefined
  /** The credentials that the exchanges have contained so far. */
  readonly credentials: () => KnownCredentials
  /** Replaces these credentials in a recording; returns the same object if it contains none. */
  readonly redactAgain: (recording: Interaction) => Interaction
  /** Saves a list of recordings; undefined if they can't be saved, because there is no file. */
  readonly createSaver: (list: readonly Interaction[]) => Saver | undefined
}

/** The recordings of a session, and how many of them are on disk. */
export class RecordingLog {
  /** The recordings as they are saved, in the order in which they were requested. */
  readonly list: Interaction[] = []
  readonly #recorder: Recorder
  readonly #options: RecordingLogOptions
  #saver: Saver | undefined
  #conversionError: CassetteError | undefined

  constructor(options: RecordingLogOptions) {
    this.#options = options
    this.#recorder = new Recorder({ send: options.send, onComplete: () => this.#collect() })
  }

  /** The recordings, and the exchanges under way that have a response: they become recordings when their bodies end. */
  get answered(): Interaction[] {
    return [...this.list, ...this.#recorder.answered.flatMap((capture) => this.#preview(capture) ?? [])]
  }

  /** The number of requests that got no complete response. */
  get failed(): number {
    return this.#recorder.failed
  }

  /** Reserves a place for a request, see `Recorder`. */
  reserve(): Reservation {
    return this.#recorder.reserve()
  }

  /**
   * Saves what is complete, after waiting up to a second for exchanges that are under way.
   *
   * @param pending how to treat exchanges that take longer
   * @throws CassetteSecretError, CassetteSaveError
   */
  async save(pending: Pending = 'keep'): Promise<void> {
    await this.#recorder.settle(pending)
    // The test is going to fail, and half of its recordings would be a cassette that it can't replay.
    if (this.#options.saving === 'deferred' && this.#conversionError) throw this.#conversionError
    await this.#saver?.save()
    if (this.error) throw this.error
  }

  /** Saves what is complete and not saved yet, without waiting. */
  flush(): void {
    this.#saver?.flush()
  }

  /**
   * Ends the exchanges that are under way and saves them, without waiting: the process is about to end.
   *
   * @returns the number of requests that are lost, because they have no response yet
   */
  endNow(): number {
    const lost = this.#recorder.endNow()
    this.flush()
    return lost
  }

  /** Ends the exchanges that are under way, after waiting up to a second, saves, and removes temporary files. */
  async close(): Promise<void> {
    try {
      await this.save('abort')
    } finally {
      this.#saver?.close()
    }
  }

  /** Why the last save failed, or else why a recording was lost. Unsaved recordings are kept for the next save. */
  get error(): CassetteError | undefined {
    return this.#saver?.error ?? this.#conversionError
  }

  #preview(capture: Capture): Interaction | undefined {
    try {
      return this.#options.toPreview(capture)
    } catch {
      // A function of the options threw. It is reported when the exchange is complete.
      return undefined
    }
  }

  #collect(): void {
    for (const capture of this.#recorder.take()) this.#add(capture)
    if (this.list.length > 0) this.#saver ??= this.#options.createSaver(this.list)
    if (this.#options.saving === 'immediate') this.#saver?.request()
  }

  #add(capture: Capture): void {
    try {
      const known = this.#options.credentials().size
      const recording = this.#options.toRecording(capture)
      if (this.#options.credentials().size > known) this.#redactAgain()
      if (recording) this.list.push(recording)
    } catch (cause) {
      const { method, url } = capture.interaction.request
      const message = `Failed to record ${method} ${maskUrl(url)}: ${describeCause(cause)}`
      const error = new CassetteSaveError(this.#options.file ?? '<text>', message, { cause })
      this.#conversionError ??= error
      reportError(error)
    }
  }

  /** An exchange can reveal that a text in an earlier one is a credential. */
  #redactAgain(): void {
    for (const [index, before] of this.list.entries()) {
      const after = this.#options.redactAgain(before)
      if (after === before) continue
      this.list[index] = after
      this.#saver?.revise(index, { before, after })
    }
  }
}
