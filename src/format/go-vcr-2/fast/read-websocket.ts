import { type ByteView, readUtf8 } from '../../../bytes/byte-view.ts'
import type { WebSocketClose, WebSocketConversation, WebSocketFrame, WebSocketPeer } from '../../../cassette.ts'
import { isCloseCode, isCloseReason } from '../../close-limits.ts'
import { bail } from './bail.ts'
import { checkFrameData, readFrameLine, toFrame, toQuoted } from './frame-line.ts'
import { createLazyMember } from './lazy-member.ts'
import { endOfLine } from './line-cache.ts'
import type { Lines } from './lines.ts'
import { enterMap, readMap } from './map.ts'
import { readInteger, scalarText } from './scalar.ts'

/** Reads the value of the current line as a WebSocket conversation, in the form that this library writes: one frame on each line. */
export function readWebSocket(lines: Lines): WebSocketConversation {
  enterMap(lines)
  let frames: FrameLines | undefined
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
  if (!frames) bail()
  const conversation = {}
  addFrames(conversation, frames)
  return Object.assign(conversation, close && { close }) as WebSocketConversation
}

/** The lines of all frames: the offsets of the first one, and of the line after the last. */
interface FrameLines {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly view: ByteView
  readonly from: number
  readonly to: number
  readonly indent: number
}

/** Checks the frames. Their list is created on first access, as bodies are. */
function readFrames(lines: Lines): FrameLines {
  const { bytes, view, indent } = lines
  const isEmpty = lines.valueText === '[]'
  if (!isEmpty && lines.value !== lines.end) bail()
  lines.next()
  const { start: from, indent: own } = lines
  if (isEmpty) return { bytes, view, from, to: from, indent: own }
  if (own < indent || !lines.isItem(own)) bail()
  let { start, number } = lines
  let last = 0
  for (; isItem(bytes, start, own); number++) {
    const end = endOfLine(view, start)
    const line = readFrameLine(bytes, start + own, end)
    if (line.at < last) bail()
    last = line.at
    checkFrameData(bytes, view, line)
    start = end + 1
  }
  lines.goTo(start, number)
  return { bytes, view, from, to: start, indent: own }
}

function isItem(bytes: Uint8Array, start: number, indent: number): boolean {
  for (let at = start; at < start + indent; at++) if (bytes[at] !== SPACE) return false
  return bytes[start + indent] === DASH
}

const addFrames = createLazyMember({ name: 'frames', decode: toFrames })

function toFrames({ bytes, view, from, to, indent }: FrameLines): WebSocketFrame[] {
  const frames: WebSocketFrame[] = []
  for (let start = from; start < to; ) {
    const end = endOfLine(view, start)
    frames.push(toFrame(bytes, view, readFrameLine(bytes, start + indent, end)))
    start = end + 1
  }
  return frames
}

function readClose(lines: Lines): WebSocketClose {
  const { bytes, view, end } = lines
  const [head, from, code] = CLOSE.exec(lines.valueText) ?? bail()
  const reason = scalarText(view, toQuoted(bytes, view, lines.value + head.length, end - 2))
  if (!isCloseCode(Number(code)) || !isCloseReason(reason) || readUtf8(view, end - 2, end) !== ' }') bail()
  lines.next()
  return { from: from as WebSocketPeer, code: Number(code), reason }
}

const CLOSE = /^\{ from: (client|server), code: ([1-4]\d{3}), reason: /

const SPACE = 0x20
const DASH = 0x2d
