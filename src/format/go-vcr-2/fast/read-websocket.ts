import { fromBase64 } from '../../../bytes/base64.ts'
import { readUtf8 } from '../../../bytes/byte-view.ts'
import type { WebSocketClose, WebSocketConversation, WebSocketFrame, WebSocketPeer } from '../../../cassette.ts'
import { isCloseCode, isCloseReason } from '../../close-limits.ts'
import { bail } from './bail.ts'
import { toLineScalar } from './line-scalar.ts'
import type { Lines } from './lines.ts'
import { enterMap, readMap } from './map.ts'
import type { Mutable } from './mutable.ts'
import { readInteger, scalarText } from './scalar.ts'

/** Reads the value of the current line as a WebSocket conversation, in the form that this library writes: one frame on each line. */
export function readWebSocket(lines: Lines): WebSocketConversation {
  enterMap(lines)
  let frames: WebSocketFrame[] | undefined
  let close: WebSocketClose | undefined
  readMap(lines, (key) => {
    switch (key) {
      case 'version':
        if (readInteger(lines) !== 1) bail()
        return
      case 'frames':
        frames = readFrames(lines)
        return
      case 'close':
        close = readClose(lines)
        return
      default:
        bail()
    }
  })
  const conversation: Mutable<WebSocketConversation> = { frames: frames ?? bail() }
  if (close) conversation.close = close
  return conversation
}

function readFrames(lines: Lines): WebSocketFrame[] {
  const { indent } = lines
  const isEmpty = lines.valueText === '[]'
  if (!isEmpty && lines.value !== lines.end) bail()
  lines.next()
  const frames: WebSocketFrame[] = []
  if (isEmpty) return frames
  const { indent: own } = lines
  if (own < indent || !lines.isItem(own)) bail()
  for (let at = 0; !lines.isEnd && lines.isItem(own); lines.next()) {
    const frame = readFrame(lines)
    if (frame.at < at) bail()
    at = frame.at
    frames.push(frame)
  }
  return frames
}

function readFrame(lines: Lines): WebSocketFrame {
  const [head, from, at, text] = matchStart(lines, FRAME)
  const start = lines.value + head.length
  const data = text ? readQuoted(lines, start) : readBinary(lines, start)
  return { from: from as WebSocketPeer, at: Number(at), data }
}

const FRAME = /^\{ from: (client|server), at: ((?:0|[1-9]\d{0,14})(?:\.\d{1,9})?), (?:(text): |binary: !!binary )/

function readClose(lines: Lines): WebSocketClose {
  const [head, from, code] = matchStart(lines, CLOSE)
  const reason = readQuoted(lines, lines.value + head.length)
  if (!isCloseCode(Number(code)) || !isCloseReason(reason)) bail()
  lines.next()
  return { from: from as WebSocketPeer, code: Number(code), reason }
}

const CLOSE = /^\{ from: (client|server), code: ([1-4]\d{3}), reason: /

/** Matches the first bytes of the current line's value, which are ASCII if the pattern fits. */
function matchStart({ view, value, end }: Lines, pattern: RegExp): RegExpExecArray {
  return pattern.exec(readUtf8(view, value, Math.min(value + LONGEST_START, end))) ?? bail()
}

/** In bytes. */
const LONGEST_START = 80

/** Reads the last value of the map on the current line, a quoted text. */
function readQuoted({ bytes, view, end }: Lines, start: number): string {
  const last = endOfValue(view, start, end)
  if (bytes[start] !== SINGLE && bytes[start] !== DOUBLE) bail()
  return scalarText(view, toLineScalar({ bytes, view, value: start, end: last }))
}

function readBinary({ view, end }: Lines, start: number): Uint8Array<ArrayBuffer> {
  const base64 = readUtf8(view, start, endOfValue(view, start, end))
  if (base64 === "''") return new Uint8Array()
  return base64.length % 4 === 0 && BASE64.test(base64) ? (fromBase64(base64) ?? bail()) : bail()
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** The end of the last value of the map on a line: before the space and the brace that end the map. */
function endOfValue(view: Uint8Array, start: number, end: number): number {
  const last = end - 2
  return last > start && view[last] === SPACE && view[last + 1] === BRACE ? last : bail()
}

const SINGLE = 0x27
const DOUBLE = 0x22
const SPACE = 0x20
const BRACE = 0x7d
