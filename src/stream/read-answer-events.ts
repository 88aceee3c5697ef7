import { sniffContentType } from '../body/content-type.ts'
import { findHeader, type RecordedResponse } from '../cassette.ts'
import { findFrameEnds, framingOf } from './frames.ts'
import { readStreamEvent, type StreamEvent } from './stream-event.ts'

/** Reads the events of a recorded answer that have data. A body that is not a stream is one event. */
export function readAnswerEvents({
  headers,
  body,
}: Pick<RecordedResponse, 'headers' | 'body'>): readonly StreamEvent[] {
  const type = findHeader(headers, 'content-type')
  const framing = framingOf(type?.includes('/') ? type : (sniffContentType(body) ?? ''), body)
  const ends = findFrameEnds(body, framing)
  return ends.flatMap((end, index) => readStreamEvent(body.subarray(ends[index - 1] ?? 0, end), framing) ?? [])
}
