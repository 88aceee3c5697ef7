import { builtin } from '../platform/builtin.ts'

/** What a cassette, or the body of one, may become: the largest of 16,936 real cassettes has 5 MB. */
export const MAX_INFLATED_BYTES = 256 * 1024 * 1024

/** Tells gzip by its first bytes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/**
 * Decompresses at once.
 *
 * @param bytes what was compressed
 * @param encoding as in the header `content-encoding`
 * @returns the plain bytes, at most 256 MiB
 * @throws Error where they are damaged or would be more, where the encoding is unknown, or where there is no zlib, as in
 *   browsers
 */
export function inflate(bytes: Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
  const zlib = builtin('zlib')
  if (!zlib) throw new Error('there is nothing here that decompresses at once')
  const options = { maxOutputLength: MAX_INFLATED_BYTES }
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return new Uint8Array(zlib.gunzipSync(bytes, options))
    case 'br':
      return new Uint8Array(zlib.brotliDecompressSync(bytes, options))
    case 'deflate':
      return new Uint8Array(zlib.inflateSync(bytes, options))
    default:
      throw new Error(`nothing here decompresses ${encoding}`)
  }
}
