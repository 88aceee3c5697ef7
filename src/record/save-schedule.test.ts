import { afterEach, expect, test, vi } from 'vitest'
import { runTasks } from '../platform/at-exit.ts'
import { RETRY_MS, SaveSchedule } from './save-schedule.ts'

afterEach(() => void vi.restoreAllMocks())

/** Longer than the burst that saves can block. */
const SLOW_MS = 400

/** A schedule whose saves take as long as the test says, in a time that only passes when they run or when the test waits. */
function createSchedule(outcomes: ('done' | 'busy')[] = []) {
  const saves = { count: 0, ms: 0 }
  const timers = new Map<() => void, number>()
  let now = 1000
  const wait = (ms: number): void => {
    now += ms
    const due = [...timers].filter(([, time]) => time <= now).sort(([, a], [, b]) => a - b)
    for (const [callback] of due) if (timers.delete(callback)) callback()
  }
  const clock = {
    now: () => now,
    startTimer(callback: () => void, ms: number) {
      timers.set(callback, now + ms)
      return () => void timers.delete(callback)
    },
    block(ms: number) {
      now += ms
    },
  }
  const schedule = new SaveSchedule(() => {
    saves.count++
    now += saves.ms
    return outcomes.shift() ?? 'done'
  }, clock)
  return { schedule, saves, wait, elapsed: () => now - 1000 }
}

test('quick saves run immediately, each when it is requested', () => {
  const { schedule, saves } = createSchedule()
  const counts = [1, 2, 3].map(() => {
    schedule.request()
    return saves.count
  })
  expect(counts).toEqual([1, 2, 3])
})

test('after a slow save, the following requests are joined in one save, after as much time as the slow one took', () => {
  const { schedule, saves, wait } = createSchedule()
  saves.ms = SLOW_MS
  schedule.request()
  saves.ms = 0
  for (let request = 0; request < 5; request++) schedule.request()
  wait(SLOW_MS - 1)
  expect(saves.count).toBe(1)
  wait(1)
  expect(saves.count).toBe(2)
  wait(10 * SLOW_MS)
  expect(saves.count).toBe(2)
})

test('saves run immediately again after as much time as the slow one took', () => {
  const { schedule, saves, wait } = createSchedule()
  saves.ms = SLOW_MS
  schedule.request()
  saves.ms = 0
  wait(SLOW_MS)
  schedule.request()
  expect(saves.count).toBe(2)
})

test('saves that together take less than a burst are not delayed, and longer ones are', () => {
  const { schedule, saves, wait } = createSchedule()
  saves.ms = 9
  for (let request = 0; request < 3; request++) schedule.request()
  expect(saves.count).toBe(3)
  schedule.request()
  expect(saves.count).toBe(3)
  wait(27)
  expect(saves.count).toBe(4)
})

test('a flush saves what is delayed, once, and nothing if nothing is', () => {
  const { schedule, saves, wait } = createSchedule()
  schedule.flush()
  expect(saves.count).toBe(0)
  saves.ms = SLOW_MS
  schedule.request()
  saves.ms = 0
  schedule.request()
  schedule.flush()
  schedule.flush()
  expect(saves.count).toBe(2)
  wait(2 * SLOW_MS)
  expect(saves.count).toBe(2)
})

test('a save while another process is writing is repeated until it succeeds', () => {
  const { schedule, saves, wait } = createSchedule(['busy', 'busy', 'done'])
  expect(schedule.run()).toBe('busy')
  wait(2 * RETRY_MS)
  wait(2 * RETRY_MS)
  expect(saves.count).toBe(3)
  wait(10 * RETRY_MS)
  expect([schedule.run(), saves.count]).toEqual(['done', 4])
})

test('a request waits a tenth of a second for another process, and is then delayed', () => {
  const { schedule, saves, wait, elapsed } = createSchedule(Array.from({ length: 50 }, () => 'busy'))
  schedule.request()
  expect({ count: saves.count, elapsed: elapsed() }).toEqual({ count: 50, elapsed: 100 })
  schedule.request()
  expect(saves.count).toBe(50)
  wait(2 * RETRY_MS)
  expect(saves.count).toBe(51)
})

test('a save is delayed as soon as earlier saves have taken as long as a burst', () => {
  const { schedule, saves, wait } = createSchedule()
  saves.ms = 20
  schedule.request()
  schedule.request()
  expect(saves.count).toBe(1)
  wait(20)
  expect(saves.count).toBe(2)
})

test('a save while another process is writing is repeated after one to two times the same delay', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const { schedule, saves, wait } = createSchedule(['busy'])
  schedule.run()
  wait(1.5 * RETRY_MS - 1)
  expect(saves.count).toBe(1)
  wait(1)
  expect(saves.count).toBe(2)
})

test('a delayed save runs when the process exits, and no other one does', () => {
  const { schedule, saves, wait } = createSchedule()
  saves.ms = SLOW_MS
  schedule.request()
  schedule.request()
  wait(SLOW_MS)
  runTasks()
  expect(saves.count).toBe(2)
  schedule.request()
  runTasks()
  expect(saves.count).toBe(3)
  runTasks()
  expect(saves.count).toBe(3)
})

test('a delayed save waits a second for another process when the process exits', () => {
  const { schedule, saves, wait, elapsed } = createSchedule(Array.from({ length: 200 }, () => 'busy'))
  schedule.run()
  runTasks()
  expect({ count: saves.count, elapsed: elapsed() }).toEqual({ count: 101, elapsed: 1_000 })
  wait(SLOW_MS)
  expect(saves.count).toBe(101)
})
