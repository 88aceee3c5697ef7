import { expect, test, vi } from 'vitest'
import { block } from '../platform/block.ts'
import { SaveSchedule } from './save-schedule.ts'

/** Long, so that the time that a busy machine takes between two calls does not matter. */
const SLOW_MS = 400

/** A schedule whose saves take as long as the test says, and that counts them. */
function createSchedule(outcomes: ('done' | 'busy')[] = []) {
  const saves = { count: 0, ms: 0 }
  const schedule = new SaveSchedule(() => {
    saves.count++
    if (saves.ms > 0) block(saves.ms)
    return outcomes.shift() ?? 'done'
  })
  return { schedule, saves }
}

test('quick saves run immediately, each when it is requested', () => {
  const { schedule, saves } = createSchedule()
  const counts = [1, 2, 3].map(() => {
    schedule.request()
    return saves.count
  })
  expect(counts).toEqual([1, 2, 3])
})

test('after a slow save, the following requests are joined in one later save', async () => {
  const { schedule, saves } = createSchedule()
  saves.ms = SLOW_MS
  schedule.request()
  saves.ms = 0
  for (let request = 0; request < 5; request++) schedule.request()
  expect(saves.count).toBe(1)
  await vi.waitUntil(() => saves.count > 1)
  expect(saves.count).toBe(2)
})

test('saves run immediately again after as much time as the slow one took', async () => {
  const { schedule, saves } = createSchedule()
  saves.ms = SLOW_MS
  schedule.request()
  saves.ms = 0
  await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
  schedule.request()
  expect(saves.count).toBe(2)
})

test('a flush saves what is delayed, once, and nothing if nothing is', async () => {
  const { schedule, saves } = createSchedule()
  schedule.flush()
  expect(saves.count).toBe(0)
  saves.ms = SLOW_MS
  schedule.request()
  saves.ms = 0
  schedule.request()
  schedule.flush()
  schedule.flush()
  expect(saves.count).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, SLOW_MS + 50))
  expect(saves.count).toBe(2)
})

test('a save while another process is writing is repeated until it succeeds', async () => {
  const { schedule, saves } = createSchedule(['busy', 'busy', 'done'])
  expect(schedule.run()).toBe('busy')
  expect(saves.count).toBe(1)
  await vi.waitUntil(() => saves.count > 2)
  expect(schedule.run()).toBe('done')
  expect(saves.count).toBe(4)
})
