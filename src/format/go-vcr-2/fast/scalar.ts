import { type ByteView, readUtf8 } from '../../../bytes/byte-view.ts'
import { bail } from './bail.ts'
import { type Block, skipBlock, takeBlock } from './block.ts'
import { isShort } from './line-cache.ts'
import { type LineScalar, toLineScalar } from './line-scalar.ts'
import type { Lines } from './lines.ts'

/** A valid scalar: its range in the file, without its quotes, and its encoding. */
export type Scalar = LineScalar | Block

/** Reads the value of the current line, and moves to the line after it. */
export function readScalar(lines: Lines): Scalar {
  const first = lines.bytes[lines.value]
  return first === PIPE || first === BANG ? skipBlock(lines) : readLineScalar(lines)
}

/** Reads the value of the current line as a scalar of one line, and moves to the next line. */
export function readLineScalar(lines: Lines): LineScalar {
  const { line } = lines
  line.scalar ??= isShort(line) ? decoded(lines) : toLineScalar(lines)
  lines.next()
  return line.scalar
}

/** A short line can be cached for other places in the file, so its scalar must not hold a range. */
function decoded(lines: Lines): LineScalar {
  return { style: 'decoded', text: scalarText(lines.view, toLineScalar(lines)) }
}

/** Reads the value of the current line as text, and moves to the next line. */
export function readText(lines: Lines): string {
  return scalarText(lines.view, readScalar(lines))
}

/** Reads a whole number, and moves to the next line. */
export function readInteger(lines: Lines): number {
  const { line } = lines
  line.integer ??= toInteger(lines)
  lines.next()
  return line.integer
}

function toInteger({ bytes, value, end }: Lines): number {
  const first = bytes[value] === MINUS ? value + 1 : value
  const digits = end - first
  if (digits === 0 || digits > 15 || (bytes[first] === ZERO && end - value > 1)) bail()
  let integer = 0
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO
    if (digit < 0 || digit > 9) bail()
    integer = integer * 10 + digit
  }
  return first === value ? integer : -integer
}

/** Reads `true` or `false`, and moves to the next line. */
export function readFlag(lines: Lines): boolean {
  const text = lines.valueText
  if (text !== 'true' && text !== 'false') bail()
  lines.next()
  return text === 'true'
}

/** The text of a scalar. It bails on a block. */
export function scalarText(view: ByteView, scalar: Scalar): string {
  if (scalar.style === 'block' || scalar.style === 'binary') return bail()
  if (scalar.style === 'decoded') return scalar.text
  const text = readUtf8(view, scalar.from, scalar.to)
  if (scalar.style === 'single-quoted') return text.replaceAll("''", "'")
  return scalar.style === 'double-quoted' ? decodeEscapes(text) : text
}

/** Half of a surrogate pair is read as U+FFFD, as `MapReader` reads it. */
function decodeEscapes(text: string): string {
  const decoded = text.replace(/\\(?:x(..)|u(.{4})|U(.{8})|(.))/gs, (_escape, x, u, long, char: string) => {
    const digits: string | undefined = x ?? u ?? long
    return digits === undefined ? (ESCAPED[char] ?? char) : String.fromCodePoint(Number.parseInt(digits, 16))
  })
  return decoded.toWellFormed()
}

/** The escapes whose character is not the escape character itself. */
const ESCAPED: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}

/** Decodes a scalar to bytes, which can be a part of the file's bytes. Call this only once per scalar. */
export function takeBytes(bytes: Uint8Array<ArrayBuffer>, view: ByteView, scalar: Scalar): Uint8Array<ArrayBuffer> {
  if (scalar.style === 'block' || scalar.style === 'binary') return takeBlock(bytes, view, scalar)
  if (scalar.style === 'verbatim') return bytes.subarray(scalar.from, scalar.to)
  return new TextEncoder().encode(scalarText(view, scalar))
}

/** The decoded length of a scalar, in bytes. */
export function scalarLength(view: ByteView, scalar: Scalar): number {
  if (scalar.style === 'block' || scalar.style === 'binary') return scalar.length
  return scalar.style === 'verbatim'
    ? scalar.to - scalar.from
    : new TextEncoder().encode(scalarText(view, scalar)).length
}

const MINUS = 0x2d
const ZERO = 0x30
const PIPE = 0x7c
const BANG = 0x21
