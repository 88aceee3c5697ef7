import type { RecordedChunk, RecordedResponse } from '../cassette.ts'
import { checkChoice, checkKeys, checkOption } from '../check-options.ts'
import { cutFrames, framingOf } from './frames.ts'

/**
 * How fast a recording is replayed. `'instant'`: with no delay. `'recorded'`: the recorded time to the first byte, and the
 * recorded times of the chunks where the cassette holds them. `{ speed }`: the same, so many times faster. The rates: made up.
 *
 * Delays are `globalThis.setTimeout` as it is at that moment: fake timers drive them.
 */
export type Timing = 'instant' | 'recorded' | TimingRates | { readonly speed: number }

/** Delays that are not taken from the recording. */
export interface TimingRates {
  /** Milliseconds until the response's headers and the first event arrive. Default 0. */
  readonly firstByte?: number
  /** Default: no limit. */
  readonly bytesPerSecond?: number
  /** Default: no limit. With `bytesPerSecond` too, the slower of both. */
  readonly eventsPerSecond?: number
}

/** A piece of a body and how many milliseconds to wait before it. */
export interface TimedFrame {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly delay: number
}

/** Milliseconds until the response's headers are sent. */
export function firstByteDelay({ duration = 0 }: RecordedResponse, timing: Timing): number {
  if (timing === 'instant') return 0
  if (timing === 'recorded') return duration
  return 'speed' in timing ? duration / timing.speed : ((timing as TimingRates).firstByte ?? 0)
}

/** The pieces of a body with their delays. */
export function timeFrames(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  { chunks }: RecordedResponse,
  timing: Timing,
): Iterator<TimedFrame, void> {
  const speed = timing === 'recorded' ? 1 : typeof timing === 'object' && 'speed' in timing ? timing.speed : undefined
  const size = chunks?.reduce((sum, chunk) => sum + chunk.size, 0)
  if (speed !== undefined && chunks && size === body.length) return replayChunks(body, chunks, speed)
  const rates: TimingRates = typeof timing === 'object' && !('speed' in timing) ? timing : {}
  return paceFrames(cutFrames(body, framingOf(contentType, body)), rates)
}

function* replayChunks(
  body: Uint8Array<ArrayBuffer>,
  chunks: readonly RecordedChunk[],
  speed: number,
): Generator<TimedFrame, void> {
  let start = 0
  let time = 0
  for (const chunk of chunks) {
    const bytes = body.subarray(start, start + chunk.size)
    yield { bytes, delay: Math.max(0, chunk.time - time) / speed }
    start += chunk.size
    time = chunk.time
  }
}

function* paceFrames(frames: Iterable<Uint8Array<ArrayBuffer>>, rates: TimingRates): Generator<TimedFrame, void> {
  const perEvent = 1_000 / (rates.eventsPerSecond ?? Number.POSITIVE_INFINITY)
  const perByte = 1_000 / (rates.bytesPerSecond ?? Number.POSITIVE_INFINITY)
  let isFirst = true
  for (const bytes of frames) {
    yield { bytes, delay: isFirst ? 0 : Math.max(perEvent, bytes.length * perByte) }
    isFirst = false
  }
}

/**
 * Refuses a timing that is none.
 *
 * @throws CassetteOptionError
 */
export function checkTiming(timing: unknown): void {
  if (timing === undefined) return
  if (typeof timing !== 'object' || timing === null) {
    checkChoice('timing', timing, ['instant', 'recorded'])
    return
  }
  checkKeys(timing, ['firstByte', 'bytesPerSecond', 'eventsPerSecond', 'speed'], 'timing')
  for (const [name, value] of Object.entries(timing)) {
    const least = name === 'firstByte' ? 0 : Number.MIN_VALUE
    checkOption(`timing.${name}`, typeof value === 'number' && value >= least, value, 'a positive number')
  }
  checkOption('timing.speed', !('speed' in timing) || Object.keys(timing).length === 1, timing, 'alone')
}
