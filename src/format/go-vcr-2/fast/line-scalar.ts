import { type ByteView, readUtf8 } from '../../../bytes/byte-view.ts'
import { bail } from './bail.ts'
import { byteTable, LETTERS_AND_DIGITS } from './byte-table.ts'

/** A scalar on one line: its decoded text, or its range in the file, without its quotes. */
export type LineScalar =
  | { readonly style: 'decoded'; readonly text: string }
  | { readonly style: EncodedStyle; readonly from: number; readonly to: number }

/** `verbatim`: the bytes are the text. */
type EncodedStyle = 'verbatim' | 'single-quoted' | 'double-quoted'

/** The value of a line: its range in the file. */
interface LineValue {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly view: ByteView
  /** The offset of its first byte. */
  readonly value: number
  /** The offset of the line break. */
  readonly end: number
}

/** Reads a value as a scalar. It bails unless the value is quoted, or plain text. Numbers and booleans are text as written. */
export function toLineScalar({ bytes, view, value, end }: LineValue): LineScalar {
  const first = bytes[value]
  if (first !== SINGLE && first !== DOUBLE) {
    if (!isPlain(bytes, value, end) || isNull(view, value, end)) bail()
    return { style: 'verbatim', from: value, to: end }
  }
  const inner = { from: value + 1, to: end - 1 }
  if (inner.to < inner.from || bytes[inner.to] !== first) bail()
  if (first === DOUBLE) return { style: checkDouble(bytes, inner.from, inner.to), ...inner }
  return { style: checkSingle(bytes, view, inner.from, inner.to), ...inner }
}

/** Quotes inside must be doubled. */
function checkSingle(bytes: Uint8Array, view: ByteView, from: number, to: number): EncodedStyle {
  let at = view.indexOf(SINGLE, from)
  if (at === to) return 'verbatim'
  for (; at < to; at = view.indexOf(SINGLE, at + 2)) if (at + 1 === to || bytes[at + 1] !== SINGLE) bail()
  return at === to ? 'single-quoted' : bail()
}

/** Escapes must be valid. */
function checkDouble(bytes: Uint8Array, from: number, to: number): EncodedStyle {
  let style: EncodedStyle = 'verbatim'
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte < SPACE || byte === DOUBLE) bail()
    if (byte !== BACKSLASH) continue
    style = 'double-quoted'
    const digits = ESCAPES[bytes[++at] as number] ?? bail()
    if (at + digits >= to) bail()
    let code = 0
    for (const last = at + digits; at < last; ) code = code * 16 + hexDigit(bytes[++at] as number)
    if (code > 0x10ffff) bail()
  }
  return style
}

/** The number of hexadecimal digits after each escape character. @see https://yaml.org/spec/1.2.2/#57-escaped-characters */
const ESCAPES: (number | undefined)[] = []
for (const char of '0abtnvfre "/\\N_LP') ESCAPES[char.charCodeAt(0)] = 0
for (const [char, digits] of [
  ['x', 2],
  ['u', 4],
  ['U', 8],
] as const)
  ESCAPES[char.charCodeAt(0)] = digits

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | SPACE
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : bail()
}

/** Whether the YAML parser reads a value as plain text. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > MAX_PLAIN || !FIRST[bytes[from] as number]) return false
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    const isLast = at + 1 === to
    if (byte === MICRO[0] && bytes[at + 1] === MICRO[1] && !isLast) at++
    else if (!INNER[byte]) return false
    else if (byte === SPACE && isLast) return false
    else if (byte === COLON && (isLast || bytes[at + 1] === SPACE)) return false
  }
  return true
}

function isNull(view: ByteView, from: number, to: number): boolean {
  return to - from === 4 && readUtf8(view, from, to).toLowerCase() === 'null'
}

const MAX_PLAIN = 4096
const FIRST = byteTable(`${LETTERS_AND_DIGITS}_/`)
const INNER = byteTable(`${LETTERS_AND_DIGITS}_/.,;=+*?&%@~()[]{}<>"'$!^|: -`)
/** The µ of a Go duration. */
const MICRO = [0xc2, 0xb5] as const

const BACKSLASH = 0x5c
const COLON = 0x3a
const DOUBLE = 0x22
const SINGLE = 0x27
const SPACE = 0x20
