import { decodeUtf8 } from '../body/decode-utf8.ts'
import type { WebSocketFrame, WebSocketPeer } from '../cassette.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import type { AnswerReading, RequestReading } from './protocol.ts'

/** How the frames of one API over a WebSocket are recognized and read. As in `Protocol`, their shape decides. */
export interface LiveProtocol {
  /** Such as `openai-realtime`. */
  readonly name: string
  /** Whether an event belongs to this API. One such event is enough. */
  readonly isEvent: (event: LiveEvent) => boolean
  /** Reads all turns of the connection: the last response is the answer, and everything before it is a message. */
  readonly read: (events: readonly LiveEvent[]) => LiveReading
}

/** A frame that is a JSON object. */
export interface LiveEvent {
  readonly from: WebSocketPeer
  readonly json: JsonObject
}

/** The conversation of a connection. */
export type LiveReading = RequestReading & AnswerReading

/** Reads a frame as an event; undefined if it is not a JSON object. Gemini Live sends JSON in binary frames. */
export function readLiveEvent({ from, data }: WebSocketFrame): LiveEvent | undefined {
  const text = typeof data === 'string' ? data : decodeUtf8(data)
  const json = text === undefined ? undefined : parseJson(text)
  return isJsonObject(json) ? { from, json } : undefined
}
