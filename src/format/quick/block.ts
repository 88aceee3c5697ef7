import { fromBinaryString, toBinaryString } from '../../json/binary-string.ts'
import { decline, type Lines } from './lines.ts'

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
 * Finds the end of a block scalar, and goes on to the line after it.
 *
 * @param lines on the line of its header
 * @param from where its header begins
 * @param indent of its key
 * @throws where it declines: an indentation indicator, lines of nothing but spaces, no content
 */
export function skipBlock(lines: Lines, from: number, indent: number): Block {
  const header = lines.text(from)
  const [, tag, chomping] = /^(!!binary )?\|([-+]?)$/.exec(header) ?? decline()
  lines.next()
  const own = lines.indent
  const start = lines.start
  if (own <= indent || lines.isBlank) decline()
  let to = lines.end
  let length = -1
  let blank = 0
  for (; !lines.isEnd; lines.next()) {
    if (lines.isBlank) {
      if (lines.indent > 0) decline()
      blank++
      continue
    }
    if (lines.indent < own) break
    to = lines.end
    length += blank + 1 + to - lines.start - own
    blank = 0
  }
  length += chomping === '-' ? 0 : chomping === '+' ? blank + 1 : 1
  const block: Block = { style: tag ? 'binary' : 'block', from: start, to, indent: own, length }
  if (tag) refuseUnsoundBase64(lines.bytes, block)
  return block
}

/**
 * The bytes that a block stands for. Those of text are moved together where they lie, so that a large file is not in memory
 * twice: to be called once.
 */
export function takeBlock(bytes: Uint8Array<ArrayBuffer>, block: Block): Uint8Array<ArrayBuffer> {
  return block.style === 'binary' ? fromBinaryString(atob(base64Of(bytes, block))) : unindent(bytes, block)
}

function unindent(bytes: Uint8Array<ArrayBuffer>, { from, to, indent, length }: Block): Uint8Array<ArrayBuffer> {
  let at = from
  for (let start = from; start < to; ) {
    const end = Math.min(bytes.indexOf(LINE_BREAK, start), to)
    // An empty line has no indentation.
    const content = end === start ? start : start + indent
    bytes.copyWithin(at, content, end)
    at += end - content
    bytes[at++] = LINE_BREAK
    start = end + 1
  }
  return bytes.subarray(from, from + length).fill(LINE_BREAK, Math.min(at - from, length))
}

function refuseUnsoundBase64(bytes: Uint8Array<ArrayBuffer>, block: Block): void {
  const base64 = base64Of(bytes, block)
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) decline()
}

function base64Of(bytes: Uint8Array<ArrayBuffer>, { from, to }: Block): string {
  return toBinaryString(bytes.subarray(from, to)).replace(/[ \n]/g, '')
}

const LINE_BREAK = 0x0a
