import { builtin } from '../platform/builtin.ts'

const node = builtin('buffer')

// An argument list is limited in length.
const BYTES_PER_CALL = 8192

/** Converts bytes to a string with one character per byte. Unlike text decoding, this is lossless for all bytes. */
export function toBinaryString(bytes: Uint8Array): string {
  if (node) return node.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  let text = ''
  for (let at = 0; at < bytes.length; at += BYTES_PER_CALL)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_PER_CALL))
  return text
}

/** Converts the result of `toBinaryString` back to bytes. */
export function fromBinaryString(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  // Many times as fast as `Uint8Array.from` with a function.
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
