import { toPlainBody } from '../body/plain-body.ts'
import { chunksFitBody, findHeader, type RecordedResponse, type WebSocketConversation } from '../cassette.ts'
import { findFrameEnds, framingOf } from './frames.ts'
import { readStreamEvent } from './stream-event.ts'

/** An event of a recorded stream. */
export interface TimedEvent {
  /** Milliseconds from the request to the arrival of its last byte; undefined if the cassette has no times. */
  readonly time: number | undefined
  /** The value of `event:`, or the type of a message of AWS; undefined if it has none. */
  readonly name: string | undefined
  readonly data: string
}

/** Reads the events of a response with their times; undefined if it is not a stream. */
export function readTimedEvents(response: RecordedResponse): TimedEvent[] | undefined {
  const { bytes, framing, ends } = findFrames(response)
  if (framing === 'whole') return undefined
  const times = toTimes(response, ends)
  return ends.flatMap((end, index) => {
    const event = readStreamEvent(bytes.subarray(ends[index - 1] ?? 0, end), framing)
    return event ? [{ time: times?.[index], name: event.name, data: event.data }] : []
  })
}

/** Milliseconds from the request to the last byte, and to the end of the first event of a stream, as far as they are recorded. */
export function responseTimes(response: RecordedResponse): { readonly total?: number; readonly firstEvent?: number } {
  const { duration = 0, chunks = [], websocket } = response
  if (websocket) return timesOfFrames(websocket, duration)
  const last = chunks.at(-1)
  if (response.duration === undefined && !last) return {}
  const total = duration + (last?.time ?? 0)
  const { framing, ends } = findFrames(response)
  const firstEvent = framing === 'whole' ? undefined : toTimes(response, ends.slice(0, 1))?.[0]
  return firstEvent === undefined ? { total } : { total, firstEvent }
}

/** The first event of a WebSocket is the first frame of the server. */
function timesOfFrames({ frames }: WebSocketConversation, opened: number): { total: number; firstEvent?: number } {
  const total = opened + (frames.at(-1)?.at ?? 0)
  const first = frames.find(({ from }) => from === 'server')
  return first ? { total, firstEvent: opened + first.at } : { total }
}

function findFrames({ headers, body }: RecordedResponse) {
  const bytes = toPlainBody(body, findHeader(headers, 'content-encoding') ?? '')
  const framing = framingOf(findHeader(headers, 'content-type') ?? '', bytes)
  return { bytes, framing, ends: framing === 'whole' ? [] : findFrameEnds(bytes, framing) }
}

/**
 * Returns the time at which the byte before each offset arrived, in milliseconds from the request; undefined if the cassette has no times.
 * The chunks of a compressed body do not divide its plain form.
 *
 * @param ends in ascending order
 */
export function toTimes(
  { body, duration = 0, chunks }: RecordedResponse,
  ends: readonly number[],
): number[] | undefined {
  if (!chunks || !chunksFitBody(chunks, body.length) || (ends.at(-1) ?? 0) > body.length) return undefined
  let index = -1
  let received = 0
  return ends.map((end) => {
    while (received < end && index < chunks.length - 1) received += chunks[++index]?.size ?? 0
    return duration + (chunks[index]?.time ?? 0)
  })
}
