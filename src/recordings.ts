import type { Interaction } from './cassette.ts'
import { CassetteError } from './errors.ts'
import { type Capture, Recorder } from './recorder.ts'
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
export class Recordings {
  readonly recorder = new Recorder(() => this.#collect())
  /** As they are saved, in the order in which they were asked for. */
  readonly list: Interaction[] = []
  /** Why the last save failed; what was to be saved is kept, and tried again with the next. */
  error: CassetteError | undefined
  readonly #options: RecordingsOptions
  #replaces: string | undefined
  #saved = 0

  constructor(options: RecordingsOptions) {
    this.#options = options
    this.#replaces = options.replaces
  }

  /**
   * Saves what is complete, after waiting for what is under way for up to a second.
   *
   * @throws CassetteSecretError, CassetteSaveError
   */
  async save(): Promise<void> {
    await this.recorder.settle()
    this.#save()
    if (this.error) throw this.error
  }

  #collect(): void {
    for (const capture of this.recorder.take()) {
      const recording = this.#options.toRecording(capture)
      if (recording) this.list.push(recording)
    }
    if (this.#options.saving === 'as-recorded') this.#save()
  }

  #save(): void {
    const { file, allowSecrets = [] } = this.#options
    const added = this.list.slice(this.#saved)
    if (file === undefined || added.length === 0) return
    try {
      saveRecordings({ file, added, allowSecrets, replaces: this.#replaces })
      this.#saved = this.list.length
      this.#replaces = undefined
      this.error = undefined
    } catch (error) {
      if (!(error instanceof CassetteError)) throw error
      // Nobody may ever call verify() or close() on handlers that live as long as their server.
      if (this.error?.message !== error.message) console.error(`[msw-cassette] ${error.message}`)
      this.error = error
    }
  }
}
