import { chunksFitBody, type RecordedChunk, type RecordedResponse } from '../cassette.ts'
import { checkChoice, checkKeys, checkOption } from '../options/check-options.ts'
import { findFrameEnds, framingOf } from './frames.ts'

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

/** A body in pieces, and how long to wait before each. */
export interface TimedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the pieces end. */
  readonly ends: readonly number[]
  /** Milliseconds to wait before a piece. */
  delay(index: number): number
}

/** Milliseconds until the response's headers are sent. */
export function firstByteDelay({ duration = 0 }: RecordedResponse, timing: Timing): number {
  if (timing === 'instant') return 0
  if (timing === 'recorded') return duration
  return 'speed' in timing ? duration / timing.speed : ((timing as TimingRates).firstByte ?? 0)
}

/** Plans a body: its pieces with their delays. */
export function timeBody(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  { chunks }: RecordedResponse,
  timing: Timing,
): TimedBody {
  const speed = timing === 'recorded' ? 1 : typeof timing === 'object' && 'speed' in timing ? timing.speed : undefined
  if (speed !== undefined && chunks && chunksFitBody(chunks, bytes.length)) return timeChunks(bytes, chunks, speed)
  const ends = frameEnds(bytes, contentType)
  if (typeof timing !== 'object' || 'speed' in timing) return { bytes, ends, delay: () => 0 }
  return { bytes, ends, delay: paceFrames(ends, timing) }
}

const known = new WeakMap<Uint8Array, readonly number[]>()

/** A recording may be replayed many times over. */
function frameEnds(bytes: Uint8Array, contentType: string): readonly number[] {
  const ends = known.get(bytes) ?? findFrameEnds(bytes, framingOf(contentType, bytes))
  known.set(bytes, ends)
  return ends
}

function timeChunks(bytes: Uint8Array<ArrayBuffer>, chunks: readonly RecordedChunk[], speed: number): TimedBody {
  let end = 0
  const ends = chunks.map(({ size }) => {
    end += size
    return end
  })
  const timeOf = (index: number): number => chunks[index]?.time ?? 0
  return { bytes, ends, delay: (index) => Math.max(0, timeOf(index) - timeOf(index - 1)) / speed }
}

function paceFrames(ends: readonly number[], rates: TimingRates): TimedBody['delay'] {
  const perEvent = 1_000 / (rates.eventsPerSecond ?? Number.POSITIVE_INFINITY)
  const perByte = 1_000 / (rates.bytesPerSecond ?? Number.POSITIVE_INFINITY)
  const sizeOf = (index: number): number => (ends[index] ?? 0) - (ends[index - 1] ?? 0)
  return (index) => (index === 0 ? 0 : Math.max(perEvent, sizeOf(index) * perByte))
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
