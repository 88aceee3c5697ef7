import { Buffer, isUtf8 } from 'node:buffer'

export { isUtf8 }

/** Bytes to search in and to read text from. */
export type ByteView = Buffer

/** Views bytes without a copy: Node's own search is several times quicker than that of a typed array. */
export function viewBytes(bytes: Uint8Array<ArrayBuffer>): ByteView {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** The UTF-8 text between two places; a byte order mark in it is a character. */
export function readUtf8(view: ByteView, from: number, to: number): string {
  return view.toString('utf8', from, to)
}
