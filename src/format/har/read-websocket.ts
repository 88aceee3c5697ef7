import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { fromBase64 } from '../../bytes/base64.ts'
import type { WebSocketClose, WebSocketConversation, WebSocketFrame, WebSocketPeer } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { writeJson } from '../../json/write-json.ts'
import { isCloseCode, MAX_REASON_BYTES } from '../close-limits.ts'
import type { MapReader } from '../document/map-reader.ts'
import { readClose } from '../document/read-close.ts'
import { roundTime } from '../round-time.ts'
import { toMilliseconds } from './to-milliseconds.ts'

/**
 * Reads the messages of a WebSocket, which Chrome, Playwright and mitmproxy store with the request that opened it.
 *
 * @param opened when the connection opened, in ms since 1970; NaN if the entry has no date
 * @returns undefined if the entry has no messages: some tools write null or an empty list for other requests
 * @throws CassetteParseError
 */
export function readWebSocket(entry: MapReader, opened: number): WebSocketConversation | undefined {
  const list = entry.value('_webSocketMessages')
  const isOwn = isJsonObject(entry.value('_webSocketClose'))
  if (!isOwn && (!Array.isArray(list) || list.length === 0)) return undefined
  const messages = entry.maps('_webSocketMessages')
  const start = startOf(messages, opened)
  const frames: WebSocketFrame[] = []
  let close = isOwn ? readClose(entry.map('_webSocketClose')) : undefined
  for (const message of messages) {
    const opcode = opcodeOf(message)
    if (opcode === 'close') close ??= toCloseOfMessage(message)
    if (opcode !== 'text' && opcode !== 'binary') continue
    // Recorders list messages in the order in which they saw them. Their clocks can differ by less than a ms.
    const at = Math.max(frames.at(-1)?.at ?? 0, roundTime(timeOf(message) - start) || 0)
    frames.push({ from: senderOf(message), at, data: toData(message, opcode) })
  }
  return close ? { frames, close } : { frames }
}

/** A hundred days, in ms. A connection that was opened so long before its first message has a wrong date. */
const MAX_SILENCE = 100 * 24 * 3_600_000

function startOf(messages: readonly MapReader[], opened: number): number {
  const first = messages.map(timeOf).find((time) => !Number.isNaN(time)) ?? 0
  return opened <= first && first - opened < MAX_SILENCE ? opened : first
}

/** The time of a message in ms: Chrome and mitmproxy store seconds, and Playwright milliseconds. NaN if it is unknown. */
function timeOf(message: MapReader): number {
  const time = toMilliseconds(message.value('time'))
  if (time < 0) return Number.NaN
  return time < FIRST_MILLISECONDS ? time * 1000 : time
}

/** As seconds, this is the year 5138; as milliseconds, 1973. */
const FIRST_MILLISECONDS = 1e11

type Opcode = 'text' | 'binary' | 'close' | 'control'

const OPCODES: ReadonlyMap<unknown, Opcode> = new Map([
  [1, 'text'],
  [2, 'binary'],
  [8, 'close'],
  [9, 'control'],
  [10, 'control'],
])

function opcodeOf(message: MapReader): Opcode {
  // Chrome's message for a connection that failed.
  if (message.value('type') === 'error') return 'close'
  const opcode = message.value('opcode')
  return (
    OPCODES.get(opcode) ??
    message.fail(
      'opcode',
      `is ${opcode === undefined ? 'missing' : writeJson(opcode)}, and must be 1 for text or 2 for binary`,
    )
  )
}

function senderOf(message: MapReader): WebSocketPeer {
  const type = message.text('type')
  if (type === 'send') return 'client'
  if (type === 'receive') return 'server'
  message.fail('type', `is ${JSON.stringify(type?.slice(0, 40)) ?? 'missing'}, and must be send or receive`)
}

function toData(message: MapReader, opcode: 'text' | 'binary'): WebSocketFrame['data'] {
  const data = message.value('data')
  if (typeof data !== 'string') message.fail('data', 'must be text, and is missing or something else')
  if (opcode === 'text') return data
  return fromBase64(data) ?? message.fail('data', 'must be base64, since the opcode is 2')
}

/** A close frame has its code in its first two bytes. */
function toCloseOfMessage(message: MapReader): WebSocketClose {
  if (message.value('type') === 'error') return { from: 'server', code: 1006, reason: '' }
  const from = senderOf(message)
  const data = message.value('data')
  const [high, low, ...reason] = (typeof data === 'string' && fromBase64(data)) || []
  const code = (high ?? 0) * 256 + (low ?? 0)
  if (!isCloseCode(code)) return { from, code: 1005, reason: '' }
  return { from, code, reason: decodeUtf8(Uint8Array.from(reason.slice(0, MAX_REASON_BYTES))) ?? '' }
}
