import { type ByteView, readUtf8 } from '../../../bytes/byte-view.ts'
import { bail } from './bail.ts'
import { type Block, skipBlock, takeBlock } from './block.ts'
import { isShort } from './line-cache.ts'
import { type LineScalar, toLineScalar } from './line-scalar.ts'
import type { Lines } from './lines.ts'

/** A scalar that is known to be sound: where it lies, without its quotes, and how it is to be decoded. */
export type Scalar = LineScalar | Block

/**
 * Reads the value of the current line, and goes on to the line after it.
 *
 * @throws where it declines
 */
export function readScalar(lines: Lines): Scalar {
  const first = lines.bytes[lines.value]
  return first === PIPE || first === BANG ? skipBlock(lines) : readLineScalar(lines)
}

/** The same of a scalar that stands on one line. */
export function readLineScalar(lines: Lines): LineScalar {
  const { line } = lines
  line.scalar ??= isShort(line) ? decoded(lines) : toLineScalar(lines)
  lines.next()
  return line.scalar
}

/** A short line may stand elsewhere, too: what its scalar says must not depend on where. */
function decoded(lines: Lines): LineScalar {
  return { style: 'decoded', text: scalarText(lines.view, toLineScalar(lines)) }
}

/** Reads a text of one line, and goes on to the next. */
export function readText(lines: Lines): string {
  return scalarText(lines.view, readScalar(lines))
}

/** Reads a whole number, and goes on to the next line. */
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

/** Reads `true` or `false`, and goes on to the next line. */
export function readFlag(lines: Lines): boolean {
  const text = lines.valueText
  if (text !== 'true' && text !== 'false') bail()
  lines.next()
  return text === 'true'
}

/** The text of a scalar that is none of many lines. */
export function scalarText(view: ByteView, scalar: Scalar): string {
  if (scalar.style === 'block' || scalar.style === 'binary') return bail()
  if (scalar.style === 'decoded') return scalar.text
  const text = readUtf8(view, scalar.from, scalar.to)
  if (scalar.style === 'single-quoted') return text.replaceAll("''", "'")
  return scalar.style === 'double-quoted' ? decodeEscapes(text) : text
}

function decodeEscapes(text: string): string {
  return text.replace(/\\(?:x(..)|u(.{4})|U(.{8})|(.))/gs, (_escape, x, u, long, char: string) => {
    const digits: string | undefined = x ?? u ?? long
    return digits === undefined ? (ESCAPED[char] ?? char) : String.fromCodePoint(Number.parseInt(digits, 16))
  })
}

/** What stands for something else than itself. */
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

/** The bytes of a scalar, which may be part of the file's: to be called once. */
export function takeBytes(bytes: Uint8Array<ArrayBuffer>, view: ByteView, scalar: Scalar): Uint8Array<ArrayBuffer> {
  if (scalar.style === 'block' || scalar.style === 'binary') return takeBlock(bytes, view, scalar)
  if (scalar.style === 'verbatim') return bytes.subarray(scalar.from, scalar.to)
  return new TextEncoder().encode(scalarText(view, scalar))
}

/** How many bytes a scalar stands for. */
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
