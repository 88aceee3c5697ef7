import { runAtExit } from '../platform/at-exit.ts'
import { block } from '../platform/block.ts'
import { elapsedTime, startTimer } from '../platform/clock.ts'

/** Saves can block this long before the following ones are delayed. */
const BURST_MS = 20
/** When to try again if another process was writing the file. */
export const RETRY_MS = 10
/** How often to try at the end of the process. */
const EXIT_ATTEMPTS = 100
/** How often, and how long in ms, a save waits for another process before it is delayed: this process can be killed meanwhile. */
const ATTEMPTS = 50
const ATTEMPT_MS = 2

/**
 * Decides when to save: immediately, unless earlier saves have used more than half of the time. The saves of many simultaneous
 * recordings are then joined, so that other tasks of the process are not blocked.
 */
export class SaveSchedule {
  readonly #save: () => 'done' | 'busy'
  /** By how much saves have exceeded half of the time, in ms. */
  #debt = 0
  #last = 0
  #cancel: (() => void) | undefined

  /** @param save never throws. `'busy'`: call it again a little later */
  constructor(save: () => 'done' | 'busy') {
    this.#save = save
  }

  /** Requests a save, now or a little later. It runs even if the process exits before. */
  request(): void {
    if (this.#cancel) return
    const debt = Math.max(0, this.#debt - (elapsedTime() - this.#last))
    if (debt < BURST_MS) this.#runPatiently(ATTEMPTS, ATTEMPT_MS)
    else this.#delay(debt)
  }

  /** Saves now what was requested and delayed. */
  flush(): void {
    if (this.#cancel) this.run()
  }

  /** Saves now. */
  run(): 'done' | 'busy' {
    this.#cancel?.()
    this.#cancel = undefined
    const start = elapsedTime()
    const outcome = this.#save()
    const end = elapsedTime()
    this.#debt = Math.max(0, this.#debt - (start - this.#last)) + (end - start)
    this.#last = end
    if (outcome === 'busy') this.#delay(RETRY_MS * (1 + Math.random()))
    return outcome
  }

  #runAtExit(): void {
    this.#runPatiently(EXIT_ATTEMPTS, RETRY_MS)
    this.#cancel?.()
  }

  #runPatiently(attempts: number, ms: number): void {
    for (let attempt = 0; attempt < attempts && this.run() === 'busy'; attempt++) block(ms)
  }

  #delay(ms: number): void {
    const cancelTimer = startTimer(() => this.run(), ms)
    const cancelExit = runAtExit(() => this.#runAtExit())
    this.#cancel = () => {
      cancelTimer()
      cancelExit()
    }
  }
}
