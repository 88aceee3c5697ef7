import { onTestFinished, vi } from 'vitest'

/**
 * Fakes the timers and counts those of one delay: MSW 3 and undici have timers of their own.
 *
 * @param ms the delay in milliseconds
 * @returns how many of them are running
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
