import { detectCoding, inflate } from './inflate.ts'
import { canBeCompressed } from './is-compressed.ts'

/** A body is compared with many recordings, and recorded bodies on each lookup. */
const plainBodies = new WeakMap<Uint8Array, Uint8Array<ArrayBuffer>>()

/**
 * Decompresses the body of a request, to compare its content. Gzip and zstd are detected by their first bytes, because many recordings
 * lack the header.
 *
 * @param encoding the header `content-encoding`; empty if it is absent
 * @returns the stored bytes if they are plain, damaged, or can't be decompressed synchronously, as in browsers
 */
export function toPlainBody(body: Uint8Array<ArrayBuffer>, encoding: string): Uint8Array<ArrayBuffer> {
  const coding = canBeCompressed(body, encoding) ? encoding : detectCoding(body)
  if (coding === undefined || coding === 'zlib') return body
  const plain = plainBodies.get(body) ?? tryInflate(body, coding)
  plainBodies.set(body, plain)
  return plain
}

function tryInflate(body: Uint8Array<ArrayBuffer>, encoding: string): Uint8Array<ArrayBuffer> {
  try {
    return inflate(body, encoding)
  } catch {
    return body
  }
}
