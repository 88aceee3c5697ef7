/** What is longer, `setTimeout` takes for nothing at all. 24 days, and so the same as for ever. */
const LONGEST = 2 ** 31 - 1

/**
 * Waits, with whatever `setTimeout` is at the moment, so that fake timers drive it.
 *
 * @param ms milliseconds; no timer is set for 0
 * @param signals each ends the wait
 * @returns when the time is over or a signal has aborted, whichever is first; it never rejects
 */
export function sleep(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  if (ms <= 0 || signals.some((signal) => signal.aborted)) return Promise.resolve()
  return new Promise((resolve) => {
    const { clearTimeout } = globalThis
    const wake = (): void => {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, Math.min(ms, LONGEST))
    for (const signal of signals) signal.addEventListener('abort', wake)
  })
}
