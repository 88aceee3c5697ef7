import { type ByteView, readUtf8 } from '../../../bytes/byte-view.ts'
import { byteTable, LETTERS, LETTERS_AND_DIGITS } from './byte-table.ts'
import { isReservedScalar } from './is-reserved-scalar.ts'
import type { LineScalar } from './line-scalar.ts'

/** The properties of a line that do not depend on its place in the file. */
export interface Line {
  /** In bytes, without the line break. */
  readonly length: number
  /** The number of spaces at its start. */
  readonly indent: number
  /** `item`: its content begins with the dash of a list. */
  readonly kind: 'blank' | 'item' | 'other'
  /** The name before the colon; undefined if there is none, or if YAML does not read it as text. */
  readonly key: string | undefined
  /** The start of the value within the line: after the colon of the key, else after the dash, else after the spaces. */
  readonly valueAt: number
  /** The value as written, as a scalar and as a number: each is computed on first use. */
  text: string | undefined
  scalar: LineScalar | undefined
  integer: number | undefined
}

/** Reads the line between an offset and its line break. */
export function readLine(bytes: Uint8Array, view: ByteView, start: number, end: number): Line {
  let at = start
  while (bytes[at] === SPACE) at++
  const length = end - start
  const indent = at - start
  if (at === end) return toLine(length, indent, 'blank', undefined, length)
  const isItem = bytes[at] === DASH && bytes[at + 1] === SPACE && bytes[at + 2] !== SPACE
  const kind = isItem ? 'item' : 'other'
  if (isItem) at += 2
  const colon = findColon(bytes, at)
  const key = colon === -1 || !LETTER[bytes[at] as number] ? undefined : toKey(readUtf8(view, at, colon))
  if (key === undefined) return toLine(length, indent, kind, key, at - start)
  return toLine(length, indent, kind, key, colon + 1 === end ? length : colon + 2 - start)
}

/** The line after the last. */
export const END: Line = toLine(0, 0, 'blank', undefined, 0)

function toLine(length: number, indent: number, kind: Line['kind'], key: string | undefined, valueAt: number): Line {
  return { length, indent, kind, key, valueAt, text: undefined, scalar: undefined, integer: undefined }
}

/** The offset of the colon after a name; -1 if there is no name, or if the colon is not followed by a value or the line's end. */
function findColon(bytes: Uint8Array, from: number): number {
  let at = from
  while (NAME[bytes[at] as number]) at++
  if (bytes[at] !== COLON) return -1
  const next = bytes[at + 1]
  return next === LINE_BREAK || (next === SPACE && bytes[at + 2] !== LINE_BREAK) ? at : -1
}

function toKey(name: string): string | undefined {
  return isReservedScalar(name) ? undefined : name
}

const LETTER = byteTable(LETTERS)
const NAME = byteTable(`${LETTERS_AND_DIGITS}_.-`)
const LINE_BREAK = 0x0a
const SPACE = 0x20
const DASH = 0x2d
const COLON = 0x3a
