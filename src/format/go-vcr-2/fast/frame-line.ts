import { fromBase64 } from '../../../bytes/base64.ts'
import { type ByteView, readUtf8 } from '../../../bytes/byte-view.ts'
import type { WebSocketFrame, WebSocketPeer } from '../../../cassette.ts'
import { bail } from './bail.ts'
import { byteTable, LETTERS_AND_DIGITS } from './byte-table.ts'
import { createLazyMember } from './lazy-member.ts'
import { toLineScalar } from './line-scalar.ts'
import { scalarText } from './scalar.ts'

/** A frame of a WebSocket, on one line: `- { from: server, at: 0, text: 'hi' }`. */
export interface FrameLine {
  readonly from: WebSocketPeer
  readonly at: number
  readonly kind: 'text' | 'binary'
  /** The range of its data in the file: a quoted text, or base64. */
  readonly value: number
  readonly end: number
}

/**
 * Reads the line of a frame without decoding its data. A session has thousands of frames, so this reads bytes.
 *
 * @param start the offset of its dash, and `end` that of its line break
 */
export function readFrameLine(bytes: Uint8Array<ArrayBuffer>, start: number, end: number): FrameLine {
  const head = start + HEAD.length
  if (!hasBytes(bytes, start, HEAD)) bail()
  const from = hasBytes(bytes, head, CLIENT) ? 'client' : hasBytes(bytes, head, SERVER) ? 'server' : bail()
  const time = readTime(bytes, head + CLIENT.length)
  const kind = hasBytes(bytes, time.end, TEXT) ? 'text' : hasBytes(bytes, time.end, BINARY) ? 'binary' : bail()
  const value = time.end + (kind === 'text' ? TEXT : BINARY).length
  if (value >= end - 2 || bytes[end - 2] !== SPACE || bytes[end - 1] !== BRACE) bail()
  return { from, at: time.at, kind, value, end: end - 2 }
}

/** Checks the data of a frame. */
export function checkFrameData(bytes: Uint8Array<ArrayBuffer>, view: ByteView, { kind, value, end }: FrameLine): void {
  if (kind === 'text') toQuoted(bytes, view, value, end)
  else if (!isEmptyText(bytes, value, end)) checkBase64(bytes, value, end)
}

/**
 * Makes the frame of a line whose data was checked. A text is decoded on each access, and not kept: a session with all its texts would
 * need twice its size.
 */
export function toFrame(bytes: Uint8Array<ArrayBuffer>, view: ByteView, line: FrameLine): WebSocketFrame {
  const { from, at } = line
  const frame = { from, at }
  addData(frame, { bytes, view, line })
  return frame as WebSocketFrame
}

interface EncodedData {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly view: ByteView
  readonly line: FrameLine
}

// Bytes are an object, which has to be the same on each access.
const addData = createLazyMember({ name: 'data', decode: decodeData, isKept: (data) => typeof data !== 'string' })

function decodeData({ bytes, view, line: { kind, value, end } }: EncodedData): WebSocketFrame['data'] {
  if (kind === 'text') return scalarText(view, toQuoted(bytes, view, value, end))
  return isEmptyText(bytes, value, end) ? new Uint8Array() : (fromBase64(readUtf8(view, value, end)) ?? bail())
}

/** A text on one line. It bails on a text without quotes, which flow style limits. */
export function toQuoted(bytes: Uint8Array<ArrayBuffer>, view: ByteView, value: number, end: number) {
  return bytes[value] === SINGLE || bytes[value] === DOUBLE ? toLineScalar({ bytes, view, value, end }) : bail()
}

/** Reads a number such as `12` or `12.345`. */
function readTime(bytes: Uint8Array, start: number): { at: number; end: number } {
  let at = start
  let whole = 0
  for (; isDigit(bytes[at]); at++) whole = whole * 10 + (bytes[at] as number) - ZERO
  const digits = at - start
  if (digits === 0 || digits > 12 || (digits > 1 && bytes[start] === ZERO)) bail()
  if (bytes[at] !== DOT) return { at: whole, end: at }
  let thousandths = 0
  let place = 100
  for (at++; isDigit(bytes[at]); at++, place /= 10) thousandths += ((bytes[at] as number) - ZERO) * place
  // A file has at most three digits there.
  return place === 100 || place < 0.1 ? bail() : { at: (whole * 1000 + thousandths) / 1000, end: at }
}

function checkBase64(bytes: Uint8Array, start: number, end: number): void {
  let last = end
  while (bytes[last - 1] === PADDING && end - last < 2) last--
  if ((end - start) % 4 !== 0) bail()
  for (let at = start; at < last; at++) if (!BASE64[bytes[at] as number]) bail()
}

function isEmptyText(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 2 && bytes[start] === SINGLE && bytes[start + 1] === SINGLE
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE
}

function hasBytes(bytes: Uint8Array, start: number, expected: Uint8Array): boolean {
  for (let at = 0; at < expected.length; at++) if (bytes[start + at] !== expected[at]) return false
  return true
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const HEAD = encode('- { from: ')
const CLIENT = encode('client, at: ')
/** As long as that of the client. */
const SERVER = encode('server, at: ')
const TEXT = encode(', text: ')
const BINARY = encode(', binary: !!binary ')

const BASE64 = byteTable(`${LETTERS_AND_DIGITS}+/`)
const PADDING = 0x3d
const ZERO = 0x30
const NINE = 0x39
const DOT = 0x2e
const SINGLE = 0x27
const DOUBLE = 0x22
const SPACE = 0x20
const BRACE = 0x7d
