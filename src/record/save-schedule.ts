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

/** The time of a schedule, in ms. */
export interface ScheduleClock {
  now(): number
  /** Calls a function later, and returns a function that cancels the call. */
  startTimer(callback: () => void, ms: number): () => void
  /** Waits without giving other tasks a turn. */
  block(ms: number): void
}

const realClock: ScheduleClock = { now: elapsedTime, startTimer, block }

/**
 * Decides when to save: immediately, unless earlier saves have used more than half of the time. The saves of many simultaneous
 * recordings are then joined, so that other tasks of the process are not blocked.
 */
export class SaveSchedule {
  readonly #save: () => 'done' | 'busy'
  readonly #clock: ScheduleClock
  /** By how much saves have exceeded half of the time, in ms. */
  #debt = 0
  #last = 0
  #cancel: (() => void) | undefined

  /** @param save never throws. `'busy'`: call it again a little later */
  constructor(save: () => 'done' | 'busy', clock = realClock) {
    this.#save = save
    this.#clock = clock
  }

  /** Requests a save, now or a little later. It runs even if the process exits before. */
  request(): void {
    if (this.#cancel) return
    const debt = Math.max(0, this.#debt - (this.#clock.now() - this.#last))
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
    const start = this.#clock.now()
    const outcome = this.#save()
    const end = this.#clock.now()
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
    for (let attempt = 0; attempt < attempts && this.run() === 'busy'; attempt++) this.#clock.block(ms)
  }

  #delay(ms: number): void {
    const cancelTimer = this.#clock.startTimer(() => this.run(), ms)
    const cancelExit = runAtExit(() => this.#runAtExit())
    this.#cancel = () => {
      cancelTimer()
      cancelExit()
    }
  }
}
