import { type Block, skipBlock, takeBlock } from './block.ts'
import { decline, decoder, type Lines } from './lines.ts'

/** A scalar that is known to be sound: where it lies, and how it is to be decoded. */
export type Scalar =
  | { readonly style: 'plain' | 'single' | 'double'; readonly text: string }
  | { readonly style: 'single-quoted'; readonly from: number; readonly to: number }
  | Block

/**
 * Reads the value of a map's key, and goes on to the line after it.
 *
 * @param lines on the line of the key
 * @param from where the value begins
 * @param indent of the key
 * @throws where it declines
 */
export function readScalar(lines: Lines, from: number, indent: number): Scalar {
  const first = lines.bytes[from]
  if (first === PIPE || first === BANG) return skipBlock(lines, from, indent)
  if (first === SINGLE && !hasInner(lines, from, SINGLE)) {
    const scalar = { style: 'single-quoted', from: from + 1, to: lines.end - 1 } as const
    lines.next()
    return scalar
  }
  return readLineScalar(lines, from)
}

/** Reads a scalar that stands on one line, and goes on to the next. */
export function readLineScalar(lines: Lines, from: number): Scalar & { readonly text: string } {
  const source = lines.text(from)
  const scalar = parseLineScalar(source)
  lines.next()
  return scalar
}

function parseLineScalar(source: string): Scalar & { readonly text: string } {
  if (source.startsWith("'")) return { style: 'single', text: unquoteSingle(source) }
  if (source.startsWith('"')) return { style: 'double', text: unquoteDouble(source) }
  return isPlain(source) ? { style: 'plain', text: source } : decline()
}

/** The text of a scalar that is none of many lines. */
export function scalarText(bytes: Uint8Array<ArrayBuffer>, scalar: Scalar): string {
  if ('text' in scalar) return scalar.text
  return scalar.style === 'single-quoted' ? decoder.decode(takeBytes(bytes, scalar)) : decline()
}

/** The bytes of a scalar, which may be part of the file's: to be called once. */
export function takeBytes(bytes: Uint8Array<ArrayBuffer>, scalar: Scalar): Uint8Array<ArrayBuffer> {
  if ('text' in scalar) return new TextEncoder().encode(scalar.text)
  return scalar.style === 'single-quoted' ? bytes.subarray(scalar.from, scalar.to) : takeBlock(bytes, scalar)
}

/** How many bytes a scalar stands for. */
export function scalarLength(bytes: Uint8Array<ArrayBuffer>, scalar: Scalar): number {
  return scalar.style === 'block' ? scalar.length : takeBytes(bytes, scalar).length
}

/** Whether a quoted line has quotes within, or does not end with one. */
function hasInner(lines: Lines, from: number, quote: number): boolean {
  return lines.bytes.indexOf(quote, from + 1) !== lines.end - 1
}

function unquoteSingle(source: string): string {
  const inner = source.slice(1, -1)
  const text = inner.replaceAll("''", '')
  if (source.length < 2 || !source.endsWith("'") || text.includes("'")) decline()
  return inner.replaceAll("''", "'")
}

/** What JSON can't read is left to YAML: other escapes, and what was folded over several lines. */
function unquoteDouble(source: string): string {
  const json = source.replace(/\\(?:x([0-9A-Fa-f]{2})|.)/gs, (sequence, hex) => (hex ? `\\u00${hex}` : sequence))
  try {
    const text: unknown = JSON.parse(json)
    return typeof text === 'string' ? text : decline()
  } catch {
    decline()
  }
}

/** What the YAML parser takes for this text, and not for a number, a word or the start of anything else. */
function isPlain(source: string): boolean {
  if (source.length > MAX_PLAIN || !PLAIN.test(source) || /: | #|[: ]$/.test(source)) return false
  return /^\d/.test(source) ? !LIKE_NUMBER.test(source) : !/^(?:true|false|null)$/i.test(source)
}

const MAX_PLAIN = 4096
const PLAIN = /^[\w/][\w/.,;=+*?&%@~()[\]{}<>"'$!^|: µ-]*$/
/** The numbers of YAML 1.2 that begin with a digit. */
const LIKE_NUMBER = /^(?:0o[0-7]+|0x[\dA-Fa-f]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)$/

const SINGLE = 0x27
const PIPE = 0x7c
const BANG = 0x21
