import type { WebSocketFrame } from '../cassette.ts'
import type { Timing, TimingRates } from '../stream/timing.ts'

/**
 * Milliseconds to wait before a frame of the server, or before the close that follows the last frame.
 *
 * @param index of the frame; the number of frames for the close
 * @param timing with `'manual'`, the test lets each frame through
 */
export function frameDelay(frames: readonly WebSocketFrame[], index: number, timing: Timing): number {
  if (timing === 'instant' || timing === 'manual') return 0
  if (timing === 'recorded') return recordedDelay(frames, index)
  return 'speed' in timing ? recordedDelay(frames, index) / timing.speed : paced(frames, index, timing as TimingRates)
}

function recordedDelay(frames: readonly WebSocketFrame[], index: number): number {
  const at = frames[index]?.at
  return at === undefined ? 0 : Math.max(0, at - (frames[index - 1]?.at ?? 0))
}

/** As for a stream: the first answer after a frame of the client is not delayed. */
function paced(frames: readonly WebSocketFrame[], index: number, rates: TimingRates): number {
  const frame = frames[index]
  if (!frame || index === 0) return 0
  if (frames[index - 1]?.from === 'client') return rates.firstByte ?? 0
  const perEvent = 1_000 / (rates.eventsPerSecond ?? Number.POSITIVE_INFINITY)
  const perByte = 1_000 / (rates.bytesPerSecond ?? Number.POSITIVE_INFINITY)
  return Math.max(perEvent, frame.data.length * perByte)
}
