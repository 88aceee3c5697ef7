import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sleep } from './sleep.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Whether a promise has resolved, after all microtasks. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false
  void promise.then(() => {
    over = true
  })
  await vi.advanceTimersByTimeAsync(0)
  return over
}

test('it lasts as long as the current timers say', async () => {
  const wait = sleep(1_000, [])
  await vi.advanceTimersByTimeAsync(999)
  expect(await isOver(wait)).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await isOver(wait)).toBe(true)
})

test.each([0, -1])('%d ms need no timer', async (ms) => {
  expect(await isOver(sleep(ms, []))).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

test('a signal that has aborted needs no timer', async () => {
  expect(await isOver(sleep(1_000, [new AbortController().signal, AbortSignal.abort()]))).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

test('each signal ends it, removes its timer, and is left without listeners', async () => {
  const controllers = [new AbortController(), new AbortController()]
  const signals = controllers.map(({ signal }) => signal)
  const listeners = signals.map((signal) => ({
    add: vi.spyOn(signal, 'addEventListener'),
    remove: vi.spyOn(signal, 'removeEventListener'),
  }))
  const wait = sleep(1_000, signals)
  expect(await isOver(wait)).toBe(false)
  controllers[1]?.abort()
  expect(await isOver(wait)).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
  expect(listeners.map(({ add, remove }) => [add.mock.calls, remove.mock.calls])).toEqual(
    listeners.map(({ add }) => [add.mock.calls, add.mock.calls]),
  )
})

test('a wait of months is cut to what a timer can hold, and does not end immediately', async () => {
  const wait = sleep(365 * 86_400_000, [])
  await vi.advanceTimersByTimeAsync(86_400_000)
  expect(await isOver(wait)).toBe(false)
})
