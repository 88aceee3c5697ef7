import { onTestFinished, vi } from 'vitest'

/**
 * Fakes the timers until the test ends.
 *
 * @param ms a delay in milliseconds that only the timers under test use: MSW 3 and undici also start timers
 * @returns a function that counts the running timers with this delay
 */
export function fakeTimers(ms: number): () => number {
  vi.useFakeTimers()
  const { setTimeout, clearTimeout } = globalThis
  const running = new Set<unknown>()
  const set = (callback: () => void, delay?: number): unknown => {
    const fire = (): void => {
      running.delete(timer)
      callback()
    }
    const timer = setTimeout(fire, delay)
    if (delay === ms) running.add(timer)
    return timer
  }
  vi.stubGlobal('setTimeout', set)
  vi.stubGlobal('clearTimeout', (timer: ReturnType<typeof setTimeout>) => {
    running.delete(timer)
    clearTimeout(timer)
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  return () => running.size
}
