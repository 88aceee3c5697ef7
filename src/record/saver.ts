import type { Interaction } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { CassetteError, CassetteSaveError } from '../errors/errors.ts'
import { startTimer } from '../platform/clock.ts'
import { showPath } from '../storage/show-path.ts'
import { createCassetteWriter, type RevisedRecording, type WriterOptions } from './cassette-writer.ts'
import { reportError } from './report-error.ts'
import { RETRY_MS, SaveSchedule } from './save-schedule.ts'

/** Saves a growing list of recordings. */
export class Saver {
  readonly #list: readonly Interaction[]
  readonly #file: string
  readonly #writer: ReturnType<typeof createCassetteWriter>
  readonly #schedule = new SaveSchedule(() => this.#save())
  readonly #onSaved: () => void
  #saved = 0
  /** The recordings on the disk that have to be replaced. */
  #revised: RevisedRecording[] = []
  #error: CassetteError | undefined

  /**
   * @param list the recordings; added to, and replaced only together with a call of `revise`
   * @param onSaved called after each save
   */
  constructor(list: readonly Interaction[], options: WriterOptions, onSaved: () => void) {
    this.#list = list
    this.#file = options.file
    this.#writer = createCassetteWriter(options)
    this.#onSaved = onSaved
  }

  /** Why the last save failed. Unsaved recordings are kept for the next save. */
  get error(): CassetteError | undefined {
    return this.#error
  }

  /** Replaces a recording of the list with the next save, if it is on the disk already. */
  revise(index: number, revised: RevisedRecording): void {
    if (index < this.#saved) this.#revised.push(revised)
  }

  /** Saves now or a little later, see `SaveSchedule`. */
  request(): void {
    this.#schedule.request()
  }

  /** Saves now what `request` has delayed. */
  flush(): void {
    this.#schedule.flush()
  }

  /** Saves everything, and waits while another process is writing the file. */
  async save(): Promise<void> {
    while (this.#schedule.run() === 'busy') await new Promise<void>((resolve) => startTimer(resolve, RETRY_MS))
  }

  /** Removes temporary files. */
  close(): void {
    this.#writer.close()
  }

  /** It never throws: often no caller waits, and an exception would end the process. */
  #save(): 'done' | 'busy' {
    const added = this.#list.slice(this.#saved)
    const revised = this.#revised
    if (added.length === 0 && revised.length === 0) return 'done'
    try {
      if (this.#writer.write({ added, revised }) === 'busy') return 'busy'
      this.#saved += added.length
      this.#revised = []
      this.#error = undefined
      this.#onSaved()
    } catch (cause) {
      const error =
        cause instanceof CassetteError
          ? cause
          : new CassetteSaveError(this.#file, `Failed to save ${showPath(this.#file)}: ${describeCause(cause)}`, {
              cause,
            })
      // Handlers live as long as their server, and possibly nobody calls verify() or close().
      if (this.#error?.message !== error.message) reportError(error)
      this.#error = error
    }
    return 'done'
  }
}
