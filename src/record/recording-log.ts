import type { Interaction } from '../cassette.ts'
import { CassetteError, CassetteSaveError } from '../errors/errors.ts'
import type { KnownCredentials } from '../secret/known-credentials.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { Capture } from './capture-exchange.ts'
import { type Pending, Recorder, type Reservation, type SendRequest } from './recorder.ts'
import type { RecordingsToSave, RevisedRecording } from './save-recordings.ts'

/** When recordings are saved: each as soon as it is complete, or all of them when `save()` is called. */
export type Saving = 'immediate' | 'deferred'

/** How recordings are made and become a file. */
export interface RecordingLogOptions {
  /** The absolute path of the cassette; undefined for a cassette in memory, which is not saved. */
  readonly file: string | undefined
  /** The text that the first recording replaces; undefined to add to the existing text. */
  readonly replaces: string | undefined
  readonly allowSecrets: readonly RegExp[] | undefined
  readonly saving: Saving
  /** Sends a request and captures the exchange. The four functions below are called only after it. */
  readonly send: SendRequest
  /** Converts a captured exchange to the interaction to save, or undefined to drop it. */
  readonly toRecording: (capture: Capture) => Interaction | undefined
  /** Converts an exchange that is under way, without hooks. */
  readonly toPreview: (capture: Capture) => Interaction | undefined
  /** The credentials that the exchanges have contained so far. */
  readonly credentials: () => KnownCredentials
  /** Replaces these credentials in a recording; returns the same object if it contains none. */
  readonly redactAgain: (recording: Interaction) => Interaction
  /** Adds interactions to the file, and returns its text. */
  readonly save: (recordings: RecordingsToSave) => string
}

/** The recordings of a session, and how many of them are on disk. */
export class RecordingLog {
  /** The recordings as they are saved, in the order in which they were requested. */
  readonly list: Interaction[] = []
  readonly #recorder: Recorder
  readonly #options: RecordingLogOptions
  #saveError: CassetteError | undefined
  #conversionError: CassetteError | undefined
  #replaces: string | undefined
  #known: string | undefined
  #saved = 0
  /** The recordings on the disk that have to be replaced. */
  #revised: RevisedRecording[] = []

  constructor(options: RecordingLogOptions) {
    this.#options = options
    this.#replaces = options.replaces
    this.#recorder = new Recorder({ send: options.send, onComplete: () => this.#collect() })
  }

  /** The recordings, and the exchanges under way that have a response: they become recordings when their bodies end. */
  get answered(): Interaction[] {
    return [...this.list, ...this.#recorder.answered.flatMap((capture) => this.#preview(capture) ?? [])]
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
  async save(pending: Pending): Promise<void> {
    await this.#recorder.settle(pending)
    this.#save()
    if (this.error) throw this.error
  }

  /** Why the last save failed, or else why a recording was lost. Unsaved recordings are kept for the next save. */
  get error(): CassetteError | undefined {
    return this.#saveError ?? this.#conversionError
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
    if (this.#options.saving === 'immediate') this.#save()
  }

  #add(capture: Capture): void {
    try {
      const known = this.#options.credentials().size
      const recording = this.#options.toRecording(capture)
      if (this.#options.credentials().size > known) this.#redactAgain()
      if (recording) this.list.push(recording)
    } catch (cause) {
      // No caller waits here: an exception would end the process.
      const { method, url } = capture.interaction.request
      const { file = '<text>' } = this.#options
      const why = cause instanceof Error ? cause.message : String(cause)
      this.#conversionError ??= new CassetteSaveError(file, `Failed to record ${method} ${maskUrl(url)}: ${why}`, {
        cause,
      })
      console.error(`[msw-cassette] ${this.#conversionError.message}`)
    }
  }

  /** An exchange can reveal that a text in an earlier one is a credential. */
  #redactAgain(): void {
    for (const [index, before] of this.list.entries()) {
      const after = this.#options.redactAgain(before)
      if (after === before) continue
      this.list[index] = after
      if (index < this.#saved) this.#revised.push({ before, after })
    }
  }

  #save(): void {
    const { file, allowSecrets = [], save, credentials } = this.#options
    const added = this.list.slice(this.#saved)
    if (file === undefined || (added.length === 0 && this.#revised.length === 0)) return
    const state = { revised: this.#revised, replaces: this.#replaces, known: this.#known }
    try {
      this.#known = save({ file, added, allowSecrets, credentials: credentials(), ...state })
      this.#saved = this.list.length
      this.#revised = []
      this.#replaces = undefined
      this.#saveError = undefined
    } catch (error) {
      if (!(error instanceof CassetteError)) throw error
      // Handlers live as long as their server, and possibly nobody calls verify() or close().
      if (this.#saveError?.message !== error.message) console.error(`[msw-cassette] ${error.message}`)
      this.#saveError = error
    }
  }
}
