import { chunksFitBody, type RecordedChunk, type RecordedResponse } from '../cassette.ts'
import { given } from '../json/members.ts'
import { type Framing, findFrameEnds, framingOf } from '../stream/frames.ts'
import { readStreamEvent } from '../stream/stream-event.ts'
import { toTimes } from '../stream/timed-events.ts'
import type { AnswerProgress } from './answer-progress.ts'
import type { TextBudget } from './text-budget.ts'
import type { ShownBody } from './to-view-body.ts'
import type { ViewEvent, ViewStream } from './view-data.ts'

/** More events are left out: a page with all events of a large stream would be slow. */
const MAX_EVENTS = 10_000

const UNITS = { events: 'event', lines: 'line', messages: 'message', whole: 'chunk' } as const

/**
 * Splits a response into the pieces in which it arrived: its events with their recorded times, or, if it has no events, its chunks.
 *
 * @param progress finds how much of the answer has arrived with an event
 * @returns undefined if it arrived as one piece
 */
export function toViewStream(
  { bytes, contentType }: ShownBody,
  response: RecordedResponse,
  progress: AnswerProgress,
  budget: TextBudget,
): ViewStream | undefined {
  const framing = framingOf(contentType, bytes)
  const { duration, openEnd } = response
  const ends = framing === 'whole' ? chunkEnds(response.chunks ?? [], bytes.length) : findFrameEnds(bytes, framing)
  if (framing === 'whole' && ends.length < 2) return undefined
  const times = toTimes(response, ends)
  const readEvent = createReader(bytes, framing, progress, budget)
  const events = ends.slice(0, MAX_EVENTS).map((end, index): ViewEvent => {
    return { ...given({ time: times?.[index] }), ...readEvent(ends[index - 1] ?? 0, end) }
  })
  return {
    unit: UNITS[framing],
    events,
    omitted: ends.length - events.length,
    ...given({ headers: duration, left: openEnd && (duration ?? 0) + openEnd.after }),
  }
}

/** The chunks of an edited or decompressed body are not those of its bytes. */
function chunkEnds(chunks: readonly RecordedChunk[], length: number): number[] {
  if (!chunksFitBody(chunks, length)) return []
  let end = 0
  return chunks.map(({ size }) => {
    end += size
    return end
  })
}

/** Reads one event after the other. Their ranges count the characters of the decoded text. */
function createReader(
  bytes: Uint8Array,
  framing: Framing,
  progress: AnswerProgress,
  budget: TextBudget,
): (start: number, end: number) => ViewEvent {
  const decoder = new TextDecoder()
  let from = 0
  return (start, end) => {
    const frame = bytes.subarray(start, end)
    const event = framing === 'whole' ? undefined : readStreamEvent(frame, framing)
    const begin = from
    from += framing === 'messages' ? 0 : decoder.decode(frame, { stream: true }).length
    const arrived = event ? progress(event.json) : []
    return {
      bytes: frame.length,
      from: begin,
      to: from,
      ...given({
        name: event?.name,
        text: framing === 'messages' && event ? budget.cut(event.data).text : undefined,
        progress: arrived.length === 0 ? undefined : arrived,
      }),
    }
  }
}
