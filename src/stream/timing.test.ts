import { expect, test } from 'vitest'
import type { RecordedResponse } from '../cassette.ts'
import { checkTiming, firstByteDelay, type Timing, timeBody } from './timing.ts'

const body = new TextEncoder().encode('data: 1\n\ndata: 22\n\n')
const recorded: RecordedResponse = {
  status: 200,
  statusText: 'OK',
  headers: [],
  body,
  duration: 800,
  chunks: [
    { size: 4, time: 0 },
    { size: 15, time: 100 },
  ],
}

function plan(timing: Timing, response: RecordedResponse = recorded): (string | number)[][] {
  const { bytes, endOf, delay } = timeBody(body, 'text/event-stream', response, timing)
  const ends: number[] = []
  for (let end = endOf(0); end !== undefined; end = endOf(ends.length)) ends.push(end)
  const pieces = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
  return [
    [firstByteDelay(response, timing)],
    ...pieces.map((piece, index) => [new TextDecoder().decode(piece), delay(index)]),
  ]
}

test('instant has no delays and one chunk per event', () => {
  expect(plan('instant')).toEqual([[0], ['data: 1\n\n', 0], ['data: 22\n\n', 0]])
})

test('recorded has the recorded first-byte delay, chunks and times', () => {
  expect(plan('recorded')).toEqual([[800], ['data', 0], [': 1\n\ndata: 22\n\n', 100]])
})

test('recorded has one chunk per event if the cassette contains no chunks', () => {
  const { chunks: _, ...bare } = recorded
  expect(plan('recorded', bare)).toEqual([[800], ['data: 1\n\n', 0], ['data: 22\n\n', 0]])
})

test('speed divides the recorded times', () => {
  expect(plan({ speed: 4 })).toEqual([[200], ['data', 0], [': 1\n\ndata: 22\n\n', 25]])
})

test('rates replace the recorded times, and the slower rate applies', () => {
  expect(plan({ firstByte: 50, eventsPerSecond: 100 })).toEqual([[50], ['data: 1\n\n', 0], ['data: 22\n\n', 10]])
  expect(plan({ bytesPerSecond: 1000, eventsPerSecond: 105 })).toEqual([[0], ['data: 1\n\n', 0], ['data: 22\n\n', 10]])
})

test.each([
  ['slow', 'timing'],
  [{ speed: 0 }, 'timing.speed'],
  [{ speed: 2, firstByte: 1 }, 'timing.speed'],
  [{ firstByte: -1 }, 'timing.firstByte'],
  [{ eventsPerSecond: '5' }, 'timing.eventsPerSecond'],
  [{ tokensPerSecond: 5 }, 'timing.tokensPerSecond'],
])('rejects %j', (timing, option) => {
  expect(() => checkTiming(timing, 'timing')).toThrow(expect.objectContaining({ code: 'cassette_option', option }))
})

test.each(['instant', 'recorded', {}, { speed: 0.5 }, { firstByte: 0, bytesPerSecond: 0.1, eventsPerSecond: 3 }])(
  'accepts %j',
  (timing) => {
    expect(checkTiming(timing, 'timing')).toBeUndefined()
  },
)

test.each([null, 5, 'fast'])('rejects %j as a whole', (timing) => {
  expect(() => checkTiming(timing, 'timing')).toThrow(expect.objectContaining({ option: 'timing' }))
})

test('each chunk waits for the time since the one before it, and never for a time that went back', () => {
  const times = [10, 30, 25, 100]
  const chunks = times.map((time, index) => ({ size: index === 0 ? body.length - 3 : 1, time }))
  expect(plan('recorded', { ...recorded, chunks }).map((piece) => piece.at(-1))).toEqual([800, 10, 20, 0, 75])
})
