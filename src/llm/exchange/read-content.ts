import { createParser } from 'eventsource-parser'
import { audioDuration } from '../../body/audio-duration.ts'
import { mediaType, sniffContentType } from '../../body/content-type.ts'
import { type Part, parseMultipart } from '../../body/multipart.ts'
import { toPlainBody } from '../../body/plain-body.ts'
import { readableText } from '../../body/readable-text.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { given } from '../../json/members.ts'
import { parseJson } from '../../json/parse-json.ts'
import { findFrameEnds, framingOf } from '../../stream/frames.ts'
import { readStreamEvent, type StreamEvent } from '../../stream/stream-event.ts'
import { isAwsStream, toAwsFrames } from './aws-frames.ts'

/** A parsed body. */
export type Content =
  | { readonly kind: 'json'; readonly value: unknown }
  /** Server-sent events, JSON lines, or messages of AWS. */
  | { readonly kind: 'events'; readonly events: readonly StreamEvent[] }
  | { readonly kind: 'multipart'; readonly parts: readonly Part[] }
  | { readonly kind: 'text'; readonly text: string }
  /** `duration`: how long a sound lasts, in milliseconds, if this is known. */
  | { readonly kind: 'bytes'; readonly type: string; readonly length: number; readonly duration?: number }
  | { readonly kind: 'empty' }

/**
 * Parses a body. Its content takes precedence over its content type, which is wrong in many recordings.
 *
 * @param body as stored, possibly compressed
 * @param headers `type`: the content type; `encoding`: the content encoding; empty if they are absent
 */
export function readContent(
  body: Uint8Array<ArrayBuffer>,
  { type, encoding }: { readonly type: string; readonly encoding: string },
): Content {
  const plain = toPlainBody(body, encoding)
  if (plain.length === 0) return { kind: 'empty' }
  if (framingOf(type, plain) === 'messages' || isAwsStream(plain)) return toEvents(toAwsFrames(plain), 'messages')
  const parts = mediaType(type).startsWith('multipart/') ? parseMultipart(plain, type) : undefined
  if (parts) return { kind: 'multipart', parts }
  // A byte that is not UTF-8 makes one event unreadable, as it does for an SDK.
  if (isEventStream(plain, type))
    return { kind: 'events', events: readServerSentEvents(new TextDecoder().decode(plain)) }
  const text = readableText(plain)
  return text === undefined ? toBytes(plain, type) : readText(text, plain)
}

function toBytes(body: Uint8Array<ArrayBuffer>, type: string): Content {
  const duration = audioDuration({ type, head: body, size: body.length })
  return { kind: 'bytes', type: mediaType(type), length: body.length, ...given({ duration }) }
}

function isEventStream(body: Uint8Array, type: string): boolean {
  return framingOf(type, body) === 'events' || sniffContentType(body) === 'text/event-stream'
}

/** The end of the last event can be missing, because an editor removed it. */
function readServerSentEvents(text: string): StreamEvent[] {
  const events: StreamEvent[] = []
  const parser = createParser({
    onEvent: ({ event, data }) => events.push({ name: event, data, json: parseJson(data) }),
  })
  parser.feed(`${text}\n\n`)
  return events
}

function readText(text: string, body: Uint8Array): Content {
  const value = parseJson(text)
  if (value !== undefined) return { kind: 'json', value }
  const [first = ''] = text.trimStart().split('\n', 1)
  return isJsonObject(parseJson(first)) ? toEvents(toLines(body), 'lines') : { kind: 'text', text }
}

function toLines(body: Uint8Array): Uint8Array[] {
  const ends = findFrameEnds(body, 'lines')
  return ends.map((end, index) => body.subarray(ends[index - 1] ?? 0, end))
}

function toEvents(frames: readonly Uint8Array[], framing: 'lines' | 'messages'): Content {
  const events = frames.map((frame) => readStreamEvent(frame, framing)).filter((event) => event !== undefined)
  return { kind: 'events', events }
}
