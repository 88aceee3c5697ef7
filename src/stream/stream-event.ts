import { fromBase64 } from '../bytes/base64.ts'
import { parseJson } from '../json/parse-json.ts'
import type { Framing } from './frames.ts'

/** One event of a stream. */
export interface StreamEvent {
  /** The value of `event:`, or the type of a message of AWS; undefined if it has none. */
  readonly name: string | undefined
  readonly data: string
  /** The type of an exception of AWS, such as `throttlingException`. */
  readonly exception?: string
  /** The data as JSON; undefined if it is anything else. */
  readonly json: unknown
}

/**
 * Reads an event from its bytes.
 *
 * @param frame a frame, as `findFrameEnds` finds it; it can be cut
 * @returns undefined if it has no data
 */
export function readStreamEvent(frame: Uint8Array, framing: Framing): StreamEvent | undefined {
  if (framing === 'messages') return readMessage(frame)
  const text = new TextDecoder().decode(frame)
  return framing === 'events' ? readServerSentEvent(text) : toEvent(undefined, text)
}

function toEvent(name: string | undefined, data: string): StreamEvent {
  return { name, data, json: parseJson(data) }
}

function readServerSentEvent(text: string): StreamEvent | undefined {
  let name: string | undefined
  const data: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, field, value = ''] = /^(event|data)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'event') name = value
    if (field === 'data') data.push(value)
  }
  return name === undefined && data.length === 0 ? undefined : toEvent(name, data.join('\n'))
}

/** Two lengths and a checksum. */
const PRELUDE_BYTES = 12
const CHECKSUM_BYTES = 4

/** @see https://docs.aws.amazon.com/transcribe/latest/dg/event-stream.html */
function readMessage(frame: Uint8Array): StreamEvent | undefined {
  if (frame.length < PRELUDE_BYTES + CHECKSUM_BYTES) return undefined
  const prelude = new DataView(frame.buffer, frame.byteOffset)
  const headersEnd = PRELUDE_BYTES + prelude.getUint32(4)
  if (prelude.getUint32(0) !== frame.length || headersEnd > frame.length - CHECKSUM_BYTES) return undefined
  const headers = readTextHeaders(frame.subarray(PRELUDE_BYTES, headersEnd))
  const exception = headers.get(':exception-type')
  const name = headers.get(':message-type') === 'exception' ? 'exception' : headers.get(':event-type')
  const data = new TextDecoder().decode(frame.subarray(headersEnd, frame.length - CHECKSUM_BYTES))
  return { ...toEvent(name, unwrap(data)), ...(exception === undefined ? {} : { exception }) }
}

const TYPE_TEXT = 7

/** A header is the length of its name (one byte), its name, its type (one byte), the length of its value (two bytes), its value. */
function readTextHeaders(bytes: Uint8Array): Map<string, string> {
  const headers = new Map<string, string>()
  const decode = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  const at = (index: number): number => bytes[index] ?? 0
  for (let start = 0; start < bytes.length; ) {
    const type = start + 1 + at(start)
    const value = type + 3
    const end = value + at(type + 1) * 256 + at(type + 2)
    // AWS sends only texts.
    if (at(type) !== TYPE_TEXT) break
    headers.set(decode(start + 1, type), decode(value, end))
    start = end
  }
  return headers
}

/** InvokeModel wraps the event of the model: `{"bytes": "<base64>"}`. */
function unwrap(data: string): string {
  const [, base64 = ''] = /"bytes"\s*:\s*"([\w+/=]+)"/.exec(data) ?? []
  const bytes = base64 === '' ? undefined : fromBase64(base64)
  return bytes ? new TextDecoder().decode(bytes) : data
}
