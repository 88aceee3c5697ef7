import { fromBase64 } from '../../../bytes/base64.ts'
import { toBinaryString } from '../../../bytes/binary-string.ts'
import type { ByteView } from '../../../bytes/byte-view.ts'
import { bail } from './bail.ts'
import { byteTable, LETTERS_AND_DIGITS } from './byte-table.ts'
import { endOfLine } from './line-cache.ts'
import type { Lines } from './lines.ts'

/** A block scalar: whole lines, from its first to the line break of its last. */
export interface Block {
  readonly style: 'block' | 'binary'
  readonly from: number
  /** After the last line that has content. */
  readonly to: number
  /** How many spaces its lines begin with. */
  readonly indent: number
  /** How many bytes it stands for. */
  readonly length: number
}

/**
 * Reads the value of the current line as a block scalar, and goes on to the line after it.
 *
 * @throws where it declines: an indentation indicator, lines of nothing but spaces, no content
 */
export function skipBlock(lines: Lines): Block {
  const { indent } = lines
  const { style, chomping } = HEADERS.get(lines.valueText) ?? bail()
  const from = lines.end + 1
  const own = indentOf(lines.bytes, from)
  if (own <= indent) bail()
  const { to, length, blank } = skipLines(lines, from, own)
  return {
    style,
    from,
    to,
    indent: own,
    length: style === 'block' ? length + TAIL[chomping](blank) : lengthOfBase64(lines.bytes, from, to),
  }
}

const HEADERS: ReadonlyMap<string, { style: Block['style']; chomping: '' | '-' | '+' }> = new Map([
  ['|', { style: 'block', chomping: '' }],
  ['|-', { style: 'block', chomping: '-' }],
  ['|+', { style: 'block', chomping: '+' }],
  ['!!binary |', { style: 'binary', chomping: '' }],
  ['!!binary |-', { style: 'binary', chomping: '-' }],
  ['!!binary |+', { style: 'binary', chomping: '+' }],
])

/** How many line breaks a block ends with, of one after its last line and some blank lines. */
const TAIL = { '': () => 1, '-': () => 0, '+': (blank: number) => blank + 1 } as const

/**
 * The hot loop of the reader: nearly all lines of a cassette are lines of a block.
 *
 * @returns where the last line with content ends, how many bytes it and those before it stand for, without its line break,
 *   and how many blank lines follow
 */
function skipLines(lines: Lines, from: number, own: number): { to: number; length: number; blank: number } {
  const { bytes, view } = lines
  let at = from
  let number = lines.number + 1
  let to = at
  let length = -1
  let blank = 0
  for (; at < bytes.length; number++) {
    let content = at
    while (content < at + own && bytes[content] === SPACE) content++
    if (bytes[content] === LINE_BREAK) {
      if (content > at) bail()
      blank++
      at++
      continue
    }
    if (content < at + own) break
    to = endOfLine(view, content)
    if (bytes[content] === SPACE && isBlank(bytes, content, to)) bail()
    length += blank + 1 + to - content
    blank = 0
    at = to + 1
  }
  lines.goTo(at, number)
  return { to, length, blank }
}

/** How many spaces a line begins with; none where nothing follows them. */
function indentOf(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === SPACE) at++
  return bytes[at] === LINE_BREAK ? 0 : at - start
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && bytes[at] === SPACE) at++
  return at === to
}

/**
 * The bytes that a block stands for. Those of text are moved together where they lie, so that a large file is not in memory
 * twice: to be called once.
 */
export function takeBlock(bytes: Uint8Array<ArrayBuffer>, view: ByteView, block: Block): Uint8Array<ArrayBuffer> {
  return block.style === 'block' ? unindent(bytes, view, block) : (fromBase64(base64Of(bytes, block)) ?? bail())
}

function unindent(
  bytes: Uint8Array<ArrayBuffer>,
  view: ByteView,
  { from, to, indent, length }: Block,
): Uint8Array<ArrayBuffer> {
  let at = from
  for (let start = from; start < to; ) {
    const end = view.indexOf(LINE_BREAK, start)
    // An empty line has no indentation.
    const content = end === start ? start : start + indent
    bytes.copyWithin(at, content, end + 1)
    at += end + 1 - content
    start = end + 1
  }
  return bytes.subarray(from, from + length).fill(LINE_BREAK, Math.min(at - from, length))
}

/** How many bytes a block of base64 stands for. */
function lengthOfBase64(bytes: Uint8Array, from: number, to: number): number {
  let digits = 0
  let padding = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte === SPACE || byte === LINE_BREAK) continue
    if (byte === PADDING) padding++
    else if (padding > 0 || !BASE64[byte]) bail()
    digits++
  }
  return padding > 2 || digits % 4 !== 0 ? bail() : (digits / 4) * 3 - padding
}

function base64Of(bytes: Uint8Array<ArrayBuffer>, { from, to }: Block): string {
  return toBinaryString(bytes.subarray(from, to)).replace(/[ \n]/g, '')
}

const BASE64 = byteTable(`${LETTERS_AND_DIGITS}+/`)
const PADDING = 0x3d
const LINE_BREAK = 0x0a
const SPACE = 0x20
