import type { Interaction } from '../cassette.ts'
import { CassetteError, CassetteSaveError } from '../errors/errors.ts'
import { startTimer } from '../platform/clock.ts'
import { createCassetteWriter, type WriterOptions } from './cassette-writer.ts'
import { describeCause, reportError } from './report-error.ts'
import { RETRY_MS, SaveSchedule } from './save-schedule.ts'

/** Saves a growing list of recordings. */
export class Saver {
  readonly #list: readonly Interaction[]
  readonly #file: string
  readonly #writer: ReturnType<typeof createCassetteWriter>
  readonly #schedule = new SaveSchedule(() => this.#save())
  readonly #onSaved: () => void
  #saved = 0
  #error: CassetteError | undefined

  /**
   * @param list the recordings; only added to
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
    if (added.length === 0) return 'done'
    try {
      if (this.#writer.add(added) === 'busy') return 'busy'
      this.#saved += added.length
      this.#error = undefined
      this.#onSaved()
    } catch (cause) {
      const error =
        cause instanceof CassetteError
          ? cause
          : new CassetteSaveError(this.#file, `Failed to save ${this.#file}: ${describeCause(cause)}`, { cause })
      // Handlers live as long as their server, and possibly nobody calls verify() or close().
      if (this.#error?.message !== error.message) reportError(error)
      this.#error = error
    }
    return 'done'
  }
}
