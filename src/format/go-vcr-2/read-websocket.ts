import type { WebSocketConversation, WebSocketFrame } from '../../cassette.ts'
import type { MapReader } from '../document/map-reader.ts'
import { readClose, readPeer } from '../document/read-close.ts'
import { roundTime } from '../round-time.ts'

/**
 * Reads the frames of a WebSocket conversation, the key `websocket` of a response.
 *
 * @returns undefined if the response does not have the key
 * @throws CassetteParseError
 */
export function readWebSocket(response: MapReader): WebSocketConversation | undefined {
  if (!response.has('websocket')) return undefined
  if (response.value('websocket') === undefined) response.fail('websocket', CUT)
  const conversation = response.map('websocket')
  refuseUnknownVersion(conversation)
  if (conversation.value('frames') === undefined) {
    conversation.fail('frames', `${CUT}, or write "frames: []" if there are none`)
  }
  const frames: WebSocketFrame[] = []
  for (const item of conversation.maps('frames')) frames.push(toFrame(item, frames.at(-1)))
  return conversation.has('close') ? { frames, close: readClose(conversation.map('close')) } : { frames }
}

const CUT = 'is missing or empty: the file was cut. Restore it'

/** The version of the frames' form. A file without a version has the first. */
function refuseUnknownVersion(conversation: MapReader): void {
  const version = conversation.value('version') ?? 1
  if (version !== 1) {
    conversation.fail(
      'version',
      `is ${JSON.stringify(String(version))}, and this version of msw-cassette reads WebSocket frames of version 1. Update msw-cassette`,
    )
  }
}

function toFrame(item: MapReader, previous: WebSocketFrame | undefined): WebSocketFrame {
  if (item.has('close')) item.fail('close', 'is inside a frame: write it below "frames", since nothing follows a close')
  const frame = { from: readPeer(item), at: toTime(item), data: toData(item) }
  if (previous && frame.at < previous.at) {
    item.fail(
      'at',
      `is ${frame.at}, and the frame before it has ${previous.at}: times never go backwards. Restore the order of the frames`,
    )
  }
  return frame
}

function toTime(item: MapReader): number {
  const at = item.value('at')
  if (at === undefined) item.fail('at', 'is missing: it is the time of the frame in ms from the opening, such as 12.5')
  if (typeof at === 'number' && at >= 0 && at <= Number.MAX_SAFE_INTEGER) return roundTime(at)
  item.fail('at', `is ${describe(at)}, and must be a number of milliseconds from 0, such as 12.5`)
}

function toData(item: MapReader): WebSocketFrame['data'] {
  const text = item.text('text')
  const binary = item.value('binary')
  if (text !== undefined && binary !== undefined) item.fail('binary', 'is next to "text", and a frame has one of them')
  if (text !== undefined) return text
  if (binary === undefined) item.fail('text', 'is missing, and so is "binary": a frame has one of them')
  if (binary instanceof Uint8Array) return new Uint8Array(binary)
  item.fail('binary', `is ${describe(binary)}, and must be base64 with the tag !!binary`)
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`
  return typeof value === 'object' ? 'not a scalar' : String(value)
}
