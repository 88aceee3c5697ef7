import type { ViewStream } from '../view-data.ts'

/** When the events of a stream arrived. */
export interface StreamTimes {
  /** `steps`: the cassette has no times, so each event counts as one step. */
  readonly unit: 'ms' | 'steps'
  /** For each event, since the request. */
  readonly times: readonly number[]
  /** The end of the bar. */
  readonly total: number
  /** The time of the first event with a part of the answer. */
  readonly firstToken?: number
  /** The longest waits between two events, the longest first. */
  readonly gaps: readonly Gap[]
  readonly medianGap: number
}

/** A wait between two events. */
interface Gap {
  readonly from: number
  readonly to: number
}

/** At most this many gaps are marked. */
const MAX_GAPS = 3
/** A wait is marked if it is this many times as long as the median, and at least this share of the whole. */
const GAP_FACTOR = 4
const GAP_SHARE = 0.08

/** Reads the times of a stream. */
export function readTimes({ events, headers = 0, left = 0 }: ViewStream): StreamTimes {
  const isTimed = events.length > 0 && events.every(({ time }) => time !== undefined)
  const times = events.map(({ time = 0 }, index) => (isTimed ? time : index + 1))
  const last = times.at(-1) ?? 0
  const first = times[events.findIndex(({ progress }) => progress !== undefined)]
  const total = isTimed ? Math.max(last, left, headers) : last
  const waits = times.slice(1).map((to, index) => ({ from: times[index] ?? 0, to }))
  const lengths = waits.map(lengthOf).sort((a, b) => a - b)
  const medianGap = lengths[lengths.length >> 1] ?? 0
  const isLong = (gap: Gap): boolean => lengthOf(gap) > Math.max(GAP_FACTOR * medianGap, GAP_SHARE * total)
  const gaps = isTimed ? waits.filter(isLong).sort((a, b) => lengthOf(b) - lengthOf(a)) : []
  return {
    unit: isTimed ? 'ms' : 'steps',
    times,
    total,
    ...(first === undefined ? {} : { firstToken: first }),
    gaps: gaps.slice(0, MAX_GAPS),
    medianGap,
  }
}

function lengthOf({ from, to }: Gap): number {
  return to - from
}

/** Counts the events that have arrived at a time. */
export function countArrived(times: readonly number[], at: number): number {
  let count = 0
  while (count < times.length && (times[count] ?? 0) <= at) count++
  return count
}
