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
  /** The end of the last line that has content. */
  readonly to: number
  /** The number of spaces before each line. */
  readonly indent: number
  /** The length of the decoded value, in bytes. */
  readonly length: number
}

/**
 * Finds the extent of the block scalar that begins on the current line, and moves to the line after it. It bails on
 * indentation indicators, on lines of only spaces, and on blocks without content.
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

/** How many line breaks end a block's value, by its chomping indicator and the number of blank lines after its last line. */
const TAIL = { '': () => 1, '-': () => 0, '+': (blank: number) => blank + 1 } as const

/**
 * The hot loop of the reader: nearly all lines of a cassette are lines of a block.
 *
 * @returns the end of the last line with content, the decoded length up to there, and the number of blank lines that follow
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

/** The number of spaces at the start of a line; 0 for a line of only spaces. */
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
 * Decodes a block. The indentation of text is removed in place, so that a large file is not in memory twice. Call this only
 * once per block.
 */
export function takeBlock(bytes: Uint8Array<ArrayBuffer>, view: ByteView, block: Block): Uint8Array<ArrayBuffer> {
  return block.style === 'block'
    ? unindent(bytes, view, block)
    : (fromBase64(toBinaryString(bytes.subarray(block.from, block.to))) ?? bail())
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

/** The decoded length of a block of base64, which is checked here. */
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

const BASE64 = byteTable(`${LETTERS_AND_DIGITS}+/`)
const PADDING = 0x3d
const LINE_BREAK = 0x0a
const SPACE = 0x20
