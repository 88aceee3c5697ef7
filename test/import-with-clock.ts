import { vi } from 'vitest'

interface RunningTimer {
  readonly ms: number
  readonly callback: () => void
}

/** A time that passes only if the test changes it, and timers that end only if the test ends them. */
export class TestClock {
  /** In ms. */
  now = 0
  readonly #timers = new Set<RunningTimer>()

  /** The delays of the running timers, in ms. */
  get delays(): number[] {
    return [...this.#timers].map(({ ms }) => ms)
  }

  start(callback: () => void, ms: number): RunningTimer {
    const timer = { callback, ms }
    this.#timers.add(timer)
    return timer
  }

  cancel(timer: RunningTimer): void {
    this.#timers.delete(timer)
  }

  /** Ends the running timers that a test selects, and returns their delays. */
  end(isDue: (ms: number) => boolean): number[] {
    const due = [...this.#timers].filter(({ ms }) => isDue(ms))
    for (const timer of due) {
      this.cancel(timer)
      timer.callback()
    }
    return due.map(({ ms }) => ms)
  }
}

/**
 * Imports a module whose `platform/clock.ts` takes the elapsed time and the timers from a `TestClock`. Everything else uses the real
 * ones.
 */
export async function importWithClock<Module>(
  load: () => Promise<Module>,
): Promise<{ loaded: Module; clock: TestClock }> {
  const clock = new TestClock()
  vi.resetModules()
  vi.stubGlobal('setTimeout', (callback: () => void, ms: number) => clock.start(callback, ms))
  vi.stubGlobal('clearTimeout', (timer: RunningTimer) => clock.cancel(timer))
  vi.stubGlobal('performance', { now: () => clock.now })
  try {
    return { loaded: await load(), clock }
  } finally {
    vi.unstubAllGlobals()
  }
}
