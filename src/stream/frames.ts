import { mediaType } from '../body/content-type.ts'

const LF = 0x0a
const CR = 0x0d

/** How a body is split for replay: into server-sent events, lines, AWS event stream messages, or not at all. */
export type Framing = 'events' | 'lines' | 'messages' | 'whole'

/**
 * Detects the framing of a response body, so that a client that reads it as a stream gets one chunk per frame.
 *
 * @param contentType the response's content type
 * @param body the complete body
 */
export function framingOf(contentType: string, body: Uint8Array): Framing {
  switch (mediaType(contentType)) {
    case 'text/event-stream':
      return isJsonText(body) ? 'whole' : 'events'
    case 'application/x-ndjson':
    case 'application/ndjson':
    case 'application/jsonl':
    case 'application/stream+json':
      return 'lines'
    case 'application/vnd.amazon.eventstream':
      return 'messages'
    default:
      return 'whole'
  }
}

/** Providers send JSON errors with the content type of an event stream. Such a body is not split. */
function isJsonText(body: Uint8Array): boolean {
  const first = body.find((byte) => byte > 0x20)
  return first === 0x7b || first === 0x5b
}

/**
 * Splits a body into frames. The frames cover all of its bytes without gaps.
 *
 * @param body the complete body
 * @returns the end offset of each frame, in ascending order
 */
export function findFrameEnds(body: Uint8Array, framing: Framing): number[] {
  const endOfFrame = findFrames(body, framing)
  const ends: number[] = []
  for (let end = endOfFrame(0); end !== undefined; end = endOfFrame(ends.length)) ends.push(end)
  return ends
}

/**
 * Splits a body into frames as `findFrameEnds` does, but only as far as they are requested: a client that waits for the first event does
 * not wait for the others to be found.
 *
 * @returns finds the end offset of the frame with an index; undefined after the last one
 */
export function findFrames(body: Uint8Array, framing: Framing): (index: number) => number | undefined {
  const endOfFrame = selectEndOfFrame(body, framing)
  const ends: number[] = []
  let found = 0
  return (index) => {
    while (ends.length <= index && found < body.length) {
      found = endOfFrame(body, found)
      ends.push(found)
    }
    return ends[index]
  }
}

function selectEndOfFrame(body: Uint8Array, framing: Framing): (body: Uint8Array, start: number) => number {
  if (framing === 'lines') return endOfLine
  if (framing === 'messages') return endOfMessage
  if (framing === 'whole') return endOfBody
  // Not `includes`: for a typed array, it takes longer than everything else until the first event.
  const endOfEventLine = body.indexOf(CR) !== -1 ? endOfAnyLine : endOfLine
  return (_body, start) => endOfEvent(body, start, endOfEventLine)
}

/**
 * An event ends after a blank line. Line endings are LF, CRLF or CR.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
function endOfEvent(body: Uint8Array, start: number, endOfEventLine: typeof endOfLine): number {
  let firstField = start
  for (let line = start; line < body.length; ) {
    const next = endOfEventLine(body, line)
    const isBlank = body[line] === LF || body[line] === CR
    // Blank lines before the first field belong to the next event.
    if (isBlank && line > firstField) return skipTrailingBlankLines(body, next)
    if (isBlank) firstField = next
    line = next
  }
  return body.length
}

function endOfAnyLine(body: Uint8Array, start: number): number {
  for (let at = start; at < body.length; at++) {
    if (body[at] === LF) return at + 1
    if (body[at] === CR) return at + (body[at + 1] === LF ? 2 : 1)
  }
  return body.length
}

/** Blank lines at the end of the body belong to the last event, so that no frame consists of blank lines only. */
function skipTrailingBlankLines(body: Uint8Array, at: number): number {
  for (let rest = at; rest < body.length; rest++) {
    if (body[rest] !== LF && body[rest] !== CR) return at
  }
  return body.length
}

function endOfLine(body: Uint8Array, start: number): number {
  const end = body.indexOf(LF, start)
  return end === -1 ? body.length : end + 1
}

/**
 * Each message begins with its length in bytes, big-endian.
 *
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/event-stream.html
 */
function endOfMessage(body: Uint8Array, start: number): number {
  if (start + 16 > body.length) return body.length
  const length = new DataView(body.buffer, body.byteOffset + start).getUint32(0)
  return length < 16 || start + length > body.length ? body.length : start + length
}

function endOfBody(body: Uint8Array): number {
  return body.length
}
