import { toPlainBody } from '../../body/plain-body.ts'
import { readableText } from '../../body/readable-text.ts'
import { findHeader, type HeaderPair, type Interaction } from '../../cassette.ts'
import { formatBytes, formatMs } from '../../diagnostics/units.ts'
import { readTimedEvents, type TimedEvent } from '../../stream/timed-events.ts'
import { type Line, styled } from '../styled.ts'
import { oneLine } from '../terminal.ts'
import { writeRawFrames } from './write-frames.ts'

const MARGIN = '  '

/** Writes the body of the request, and the events of the response or the frames of a WebSocket with their times, as they are recorded. */
export function writeRaw({ request, response }: Interaction): Line[] {
  if (response.websocket) return writeRawFrames(response.websocket)
  const events = readTimedEvents(response)
  return [...writeBody(request), ...(events ? events.map(writeEvent) : writeBody(response))]
}

function writeEvent({ time, name, data }: TimedEvent): Line {
  return [
    MARGIN,
    ...(time === undefined ? [] : [styled('dim', formatMs(time).padStart(9)), ' ']),
    ...(name === undefined ? [] : [styled('cyan', oneLine(name)), ' ']),
    oneLine(data),
  ]
}

function writeBody({ headers, body }: { headers: readonly HeaderPair[]; body: Uint8Array<ArrayBuffer> }): Line[] {
  const plain = toPlainBody(body, findHeader(headers, 'content-encoding') ?? '')
  if (plain.length === 0) return []
  const text =
    readableText(plain) ?? `[${findHeader(headers, 'content-type') ?? 'bytes'}, ${formatBytes(plain.length)}]`
  return text.split(/\r\n|\r|\n/).map((line) => `${MARGIN}${line}`)
}
