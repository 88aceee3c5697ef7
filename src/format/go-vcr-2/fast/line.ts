import { type ByteView, readUtf8 } from '../../../bytes/byte-view.ts'
import { byteTable, LETTERS, LETTERS_AND_DIGITS } from './byte-table.ts'
import { isReservedScalar } from './is-reserved-scalar.ts'
import type { LineScalar } from './line-scalar.ts'

/** What can be told of a line from itself alone. */
export interface Line {
  /** Bytes, without the line break. */
  readonly length: number
  /** How many spaces it begins with. */
  readonly indent: number
  /** `item`: its content begins with the dash of a list. */
  readonly kind: 'blank' | 'item' | 'other'
  /** What stands before the colon, where that is a name which YAML takes for nothing else than text. */
  readonly key: string | undefined
  /** Where in it the value begins: after the colon of its key, else after the dash, else after the spaces. */
  readonly valueAt: number
  /** The value, as it stands, as a scalar and as a number, once somebody has asked for it. */
  text: string | undefined
  scalar: LineScalar | undefined
  integer: number | undefined
}

/** Reads the line that begins at one place and has its line break at another. */
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

/** Where a name ends that begins at a place; -1 where there is none with a value, or with nothing, after its colon. */
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
