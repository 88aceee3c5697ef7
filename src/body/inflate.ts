import { builtin } from '../platform/builtin.ts'

/** The limit for a cassette and for a decompressed body. The largest of 16,936 real cassettes has 5 MB. */
export const MAX_INFLATED_BYTES = 256 * 1024 * 1024

/** Detects gzip by its first bytes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/**
 * Decompresses synchronously.
 *
 * @param encoding a value of the header `content-encoding`
 * @returns the plain bytes, at most 256 MiB
 * @throws Error if the bytes are damaged or decompress to more than 256 MiB, if the encoding is unknown, or in environments
 *   without zlib, such as browsers
 */
export function inflate(bytes: Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
  const zlib = builtin('zlib')
  if (!zlib) throw new Error('synchronous decompression is not available here')
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
      throw new Error(`the encoding ${encoding} is not supported`)
  }
}
