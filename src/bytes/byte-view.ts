import { builtin } from '../platform/builtin.ts'

/** Bytes to search in and to read text from. */
export type ByteView = Uint8Array<ArrayBuffer>

const node = builtin('buffer')

/** Views bytes without a copy: Node's own search is several times quicker than that of a typed array. */
export function viewBytes(bytes: Uint8Array<ArrayBuffer>): ByteView {
  return node ? node.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : bytes
}

/** The UTF-8 text between two places; a byte order mark in it is a character. */
export function readUtf8(view: ByteView, from: number, to: number): string {
  return node ? (view as Buffer).toString('utf8', from, to) : decoder.decode(view.subarray(from, to))
}

/** Tells whether two pieces of bytes are the same. */
export function hasEqualBytes(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): boolean {
  if (a.length !== b.length) return false
  return node ? node.Buffer.compare(a, b) === 0 : a.every((byte, index) => byte === b[index])
}

/** Tells whether bytes are UTF-8 text. */
export function isUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  return node ? node.isUtf8(bytes) : decodes(bytes)
}

/** In pieces, so that a large file is not a second time in memory. */
function decodes(bytes: Uint8Array<ArrayBuffer>): boolean {
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) strict.decode(bytes.subarray(at, at + PIECE), { stream: true })
    strict.decode()
    return true
  } catch {
    return false
  }
}

const PIECE = 64 * 1024
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
