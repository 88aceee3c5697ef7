import { expect, test } from 'vitest'
import type { ViewEvent } from '../view-data.ts'
import { countArrived, readTimes } from './stream-times.ts'

const at = (time?: number, progress?: ViewEvent['progress']): ViewEvent => ({
  bytes: 1,
  from: 0,
  to: 1,
  ...(time === undefined ? {} : { time }),
  ...(progress === undefined ? {} : { progress }),
})

test('finds the first token and the long gaps', () => {
  const events = [at(10), at(20, [[0, 1]]), at(30), at(500), at(510), at(820)]
  expect(readTimes({ unit: 'event', omitted: 0, events, headers: 5 })).toEqual({
    unit: 'ms',
    times: [10, 20, 30, 500, 510, 820],
    total: 820,
    firstToken: 20,
    gaps: [
      { from: 30, to: 500 },
      { from: 510, to: 820 },
    ],
    medianGap: 10,
  })
})

test('without times, each event is a step', () => {
  expect(readTimes({ unit: 'event', omitted: 0, events: [at(), at(5), at()] })).toEqual({
    unit: 'steps',
    times: [1, 2, 3],
    total: 3,
    gaps: [],
    medianGap: 1,
  })
})

test('the bar of a stream that its client left ends when it left', () => {
  expect(readTimes({ unit: 'event', omitted: 0, events: [at(10)], left: 90 })).toMatchObject({ total: 90, gaps: [] })
})

test.each([
  [-1, 0],
  [10, 1],
  [29, 2],
  [99, 3],
])('at %d ms, %d events have arrived', (time, count) => {
  expect(countArrived([10, 20, 30], time)).toBe(count)
})
