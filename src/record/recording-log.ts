import type { Interaction } from '../cassette.ts'
import { CassetteError, CassetteSaveError } from '../errors/errors.ts'
import { maskUrl } from '../secret/mask-secrets.ts'
import { type Capture, type Late, Recorder } from './recorder.ts'
import { saveRecordings } from './save-recordings.ts'

/** When recordings are saved: each as soon as it is complete, or all when `save()` is called. */
export type Saving = 'as-recorded' | 'when-asked'

/** How recordings become a file. */
export interface RecordingsOptions {
  /** The absolute path of the cassette; undefined for one in memory, which is not saved. */
  readonly file: string | undefined
  /** The text that makes way for the first of them; undefined where they are added to what is there. */
  readonly replaces: string | undefined
  readonly allowSecrets: readonly RegExp[] | undefined
  readonly saving: Saving
  /** Makes of an exchange what is saved of it; undefined to drop it. */
  readonly toRecording: (capture: Capture) => Interaction | undefined
}

/** What a session has recorded, and what of it is on disk. */
export class RecordingLog {
  readonly recorder = new Recorder(() => this.#collect())
  /** As they are saved, in the order in which they were asked for. */
  readonly list: Interaction[] = []
  #saveError: CassetteError | undefined
  #lost: CassetteError | undefined
  readonly #options: RecordingsOptions
  #replaces: string | undefined
  #known: string | undefined
  #saved = 0

  constructor(options: RecordingsOptions) {
    this.#options = options
    this.#replaces = options.replaces
  }

  /**
   * Saves what is complete, after waiting for what is under way for up to a second.
   *
   * @param late what becomes of what takes longer
   * @throws CassetteSecretError, CassetteSaveError
   */
  async save(late: Late): Promise<void> {
    await this.recorder.settle(late)
    this.#save()
    if (this.error) throw this.error
  }

  /** Why the last save failed, or else why a recording was lost. What was to be saved is kept, and tried again with the next. */
  get error(): CassetteError | undefined {
    return this.#saveError ?? this.#lost
  }

  #collect(): void {
    for (const capture of this.recorder.take()) this.#add(capture)
    if (this.#options.saving === 'as-recorded') this.#save()
  }

  #add(capture: Capture): void {
    try {
      const recording = this.#options.toRecording(capture)
      if (recording) this.list.push(recording)
    } catch (cause) {
      // Nobody waits for it here: an error that is thrown would end the process.
      const { method, url } = capture.interaction.request
      const { file = '<text>' } = this.#options
      const why = cause instanceof Error ? cause.message : String(cause)
      this.#lost ??= new CassetteSaveError(file, `Failed to record ${method} ${maskUrl(url)}: ${why}`, { cause })
      console.error(`[msw-cassette] ${this.#lost.message}`)
    }
  }

  #save(): void {
    const { file, allowSecrets = [] } = this.#options
    const added = this.list.slice(this.#saved)
    if (file === undefined || added.length === 0) return
    try {
      this.#known = saveRecordings({ file, added, allowSecrets, replaces: this.#replaces, known: this.#known })
      this.#saved = this.list.length
      this.#replaces = undefined
      this.#saveError = undefined
    } catch (error) {
      if (!(error instanceof CassetteError)) throw error
      // Nobody may ever call verify() or close() on handlers that live as long as their server.
      if (this.#saveError?.message !== error.message) console.error(`[msw-cassette] ${error.message}`)
      this.#saveError = error
    }
  }
}
