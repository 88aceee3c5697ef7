/** `setTimeout` treats a longer delay as 0. This is 24 days. */
const MAX_DELAY_MS = 2 ** 31 - 1

/**
 * Waits for a time. It uses the current `globalThis.setTimeout`, so fake timers control it.
 *
 * @param ms milliseconds; 0 sets no timer
 * @param signals each of them ends the wait early
 * @returns a promise that resolves after the time or when a signal aborts; it never rejects
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
    const timer = setTimeout(wake, Math.min(ms, MAX_DELAY_MS))
    for (const signal of signals) signal.addEventListener('abort', wake)
  })
}
