import { chunksFitBody, type RecordedChunk, type RecordedResponse } from '../cassette.ts'
import { type Check, objectOf, oneOf, refuseOption, satisfying } from '../options/checks.ts'
import { findFrames, framingOf } from './frames.ts'

/**
 * How fast a recording is replayed. `'instant'`: without delay. `'recorded'`: with the recorded time to the first byte, and with
 * the recorded times of the chunks if the cassette contains them. `{ speed: 2 }`: the same, twice as fast. `TimingRates`:
 * with delays that do not depend on the recording. `'manual'`: the test lets each event of a stream through, see `ManualStream`; this
 * holds while it records too.
 *
 * Delays use the current `globalThis.setTimeout`, so fake timers control them.
 */
export type Timing = 'instant' | 'recorded' | 'manual' | TimingRates | { readonly speed: number }

/** Delays that do not depend on the recording. */
export interface TimingRates {
  /** Milliseconds until the response's headers and the first event arrive. Default 0. */
  readonly firstByte?: number
  /** Default: no limit. */
  readonly bytesPerSecond?: number
  /** Default: no limit. If `bytesPerSecond` is set too, the slower rate applies. */
  readonly eventsPerSecond?: number
}

/** A body in pieces, with a delay before each. */
export interface TimedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Finds the end offset of the piece with an index; undefined after the last one. */
  endOf(index: number): number | undefined
  /** Milliseconds to wait before the piece of this index. */
  delay(index: number): number
}

/** Milliseconds until the response's headers are sent. */
export function firstByteDelay({ duration = 0 }: RecordedResponse, timing: Timing): number {
  if (timing === 'instant' || timing === 'manual') return 0
  if (timing === 'recorded') return duration
  return 'speed' in timing ? duration / timing.speed : ((timing as TimingRates).firstByte ?? 0)
}

/** Splits a body into pieces and plans their delays. */
export function timeBody(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  { chunks }: RecordedResponse,
  timing: Timing,
): TimedBody {
  const speed = timing === 'recorded' ? 1 : typeof timing === 'object' && 'speed' in timing ? timing.speed : undefined
  if (speed !== undefined && chunks && chunksFitBody(chunks, bytes.length)) return timeChunks(bytes, chunks, speed)
  const endOf = findCachedFrames(bytes, contentType)
  if (typeof timing !== 'object' || 'speed' in timing) return { bytes, endOf, delay: () => 0 }
  return { bytes, endOf, delay: paceFrames(endOf, timing) }
}

/** A recording can be replayed many times. */
const foundFrames = new WeakMap<Uint8Array, TimedBody['endOf']>()

function findCachedFrames(bytes: Uint8Array, contentType: string): TimedBody['endOf'] {
  const endOf = foundFrames.get(bytes) ?? findFrames(bytes, framingOf(contentType, bytes))
  foundFrames.set(bytes, endOf)
  return endOf
}

function timeChunks(bytes: Uint8Array<ArrayBuffer>, chunks: readonly RecordedChunk[], speed: number): TimedBody {
  let end = 0
  const ends = chunks.map(({ size }) => {
    end += size
    return end
  })
  const timeOf = (index: number): number => chunks[index]?.time ?? 0
  return {
    bytes,
    endOf: (index) => ends[index],
    delay: (index) => Math.max(0, timeOf(index) - timeOf(index - 1)) / speed,
  }
}

function paceFrames(endOf: TimedBody['endOf'], rates: TimingRates): TimedBody['delay'] {
  const perEvent = 1_000 / (rates.eventsPerSecond ?? Number.POSITIVE_INFINITY)
  const perByte = 1_000 / (rates.bytesPerSecond ?? Number.POSITIVE_INFINITY)
  const sizeOf = (index: number): number => (endOf(index) ?? 0) - (endOf(index - 1) ?? 0)
  return (index) => (index === 0 ? 0 : Math.max(perEvent, sizeOf(index) * perByte))
}

const aPositiveNumber = satisfying((value) => typeof value === 'number' && value > 0, 'a positive number')

const checkRates: Check = objectOf<TimingRates & { readonly speed?: number }>({
  firstByte: satisfying((value) => typeof value === 'number' && value >= 0, 'a positive number'),
  bytesPerSecond: aPositiveNumber,
  eventsPerSecond: aPositiveNumber,
  speed: aPositiveNumber,
})

/** Checks the option `timing`. */
export const checkTiming: Check = (timing, option) => {
  if (typeof timing !== 'object' || timing === null) return oneOf(['instant', 'recorded', 'manual'])(timing, option)
  checkRates(timing, option)
  if ('speed' in timing && Object.keys(timing).length > 1) refuseOption(`${option}.speed`, timing, 'alone')
}
