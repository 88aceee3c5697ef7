import { builtin } from '../platform/builtin.ts'

/** Bytes to search and to read text from: a `Buffer` in Node. */
export type ByteView = Uint8Array<ArrayBuffer>

const node = builtin('buffer')

/** Views bytes without copying them. Searching a `Buffer` is several times faster than searching a typed array. */
export function viewBytes(bytes: Uint8Array<ArrayBuffer>): ByteView {
  return node ? node.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : bytes
}

/** Decodes the UTF-8 text between two offsets. A byte order mark is kept as a character. */
export function readUtf8(view: ByteView, from: number, to: number): string {
  return node ? (view as Buffer).toString('utf8', from, to) : decoder.decode(view.subarray(from, to))
}

/** The offset of the first occurrence of three bytes, the first of which is rare; -1 if there is none. */
export function indexOfSequence(view: ByteView, [a, b, c]: readonly [number, number, number]): number {
  if (node) return (view as Buffer).indexOf(node.Buffer.of(a, b, c))
  let at = view.indexOf(a)
  while (at !== -1 && (view[at + 1] !== b || view[at + 2] !== c)) at = view.indexOf(a, at + 1)
  return at
}

/** Copies the bytes between two offsets into memory of their own. */
export function copyBytes(bytes: Uint8Array<ArrayBuffer>, from: number, to: number): Uint8Array<ArrayBuffer> {
  if (!node) return bytes.slice(from, to)
  const end = Math.min(to, bytes.length)
  // `slice` fills the memory with zeros first, which takes longer than the copy.
  const { buffer } = node.Buffer.allocUnsafeSlow(end - from)
  const copy = new Uint8Array(buffer)
  copy.set(bytes.subarray(from, end))
  return copy
}

/** Compares two byte arrays. */
export function hasEqualBytes(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): boolean {
  if (a.length !== b.length) return false
  return node ? node.Buffer.compare(a, b) === 0 : a.every((byte, index) => byte === b[index])
}

/** Checks that bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  return node ? node.isUtf8(bytes) : canDecode(bytes)
}

/** Decodes in pieces, so that a large file is not in memory twice. */
function canDecode(bytes: Uint8Array<ArrayBuffer>): boolean {
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES)
      strict.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true })
    strict.decode()
    return true
  } catch {
    return false
  }
}

const PIECE_BYTES = 64 * 1024
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
