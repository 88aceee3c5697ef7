import { expect, test } from 'vitest'
import type { WebSocketFrame } from '../cassette.ts'
import type { Timing } from '../stream/timing.ts'
import { frameDelay } from './frame-delay.ts'

const frames: WebSocketFrame[] = [
  { from: 'server', at: 10, data: 'hello' },
  { from: 'client', at: 100, data: 'ask' },
  { from: 'server', at: 150, data: 'a' },
  { from: 'server', at: 140, data: 'answer' },
]

const delays = (timing: Timing): number[] => [0, 2, 3, 4].map((index) => frameDelay(frames, index, timing))

test.each<[timing: Timing, expected: number[]]>([
  ['instant', [0, 0, 0, 0]],
  ['manual', [0, 0, 0, 0]],
  ['recorded', [10, 50, 0, 0]],
  [{ speed: 2 }, [5, 25, 0, 0]],
  [{ firstByte: 7 }, [0, 7, 0, 0]],
  [{ eventsPerSecond: 100 }, [0, 0, 10, 0]],
  [{ bytesPerSecond: 100, eventsPerSecond: 100 }, [0, 0, 60, 0]],
])('the delays of %j are %j', (timing, expected) => {
  expect(delays(timing)).toEqual(expected)
})
