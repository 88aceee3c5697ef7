import { JsonNumber } from '../json/json-number.ts'

const WIDTH = 100
const LEAD = 24

/**
 * Shows two different values, each cut to about 100 characters around their first difference.
 *
 * @param recorded a JSON value or bytes, undefined for absent
 * @param received the same
 */
export function excerptOf(recorded: unknown, received: unknown): [recorded: string, received: string] {
  if (recorded instanceof Uint8Array && received instanceof Uint8Array) return excerptOfBytes(recorded, received)
  const [a, b] = [show(recorded), show(received)]
  const start = startOf(a, b)
  return [cut(a, start), cut(b, start)]
}

function excerptOfBytes(recorded: Uint8Array, received: Uint8Array): [recorded: string, received: string] {
  const start = startOf(recorded, received)
  const shown = (bytes: Uint8Array): string => `(${bytes.length} bytes) ${cut(toPrintable(bytes, start), 0, start > 0)}`
  return [shown(recorded), shown(received)]
}

/** Bytes that are not printable ASCII are shown as in a string of most languages: `\xe9`. */
function toPrintable(bytes: Uint8Array, start: number): string {
  return Array.from(bytes.subarray(start, start + WIDTH + 1), (byte) =>
    byte < 0x20 || byte > 0x7e ? `\\x${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte),
  ).join('')
}

/** Where the excerpts of two values begin. */
function startOf(a: string | Uint8Array, b: string | Uint8Array): number {
  if (Math.max(a.length, b.length) <= WIDTH) return 0
  let first = 0
  while (first < a.length && a[first] === b[first]) first++
  return Math.max(0, first - LEAD)
}

function show(value: unknown): string {
  if (value === undefined) return '(absent)'
  if (value instanceof Uint8Array) return `(${value.length} bytes)`
  if (typeof value === 'bigint' || value instanceof JsonNumber) return String(value)
  return JSON.stringify(value, showMember) ?? String(value)
}

function showMember(_key: string, member: unknown): unknown {
  if (typeof member === 'bigint') return String(member)
  return member instanceof Uint8Array ? `(${member.length} bytes)` : member
}

function cut(text: string, start: number, more = start > 0): string {
  const end = start + WIDTH
  const piece = text.slice(start, end).replace(UNDECODED, (shown, byte?: string) => (byte ? `\\x${byte}` : shown))
  return `${more ? '…' : ''}${piece}${end < text.length ? '…' : ''}`
}

/** A byte of a query or a form that is not UTF-8, see `decodePercent`. A backslash of the text has another one before it. */
const UNDECODED = /\\\\|\\udc([89a-f][\da-f])/g
