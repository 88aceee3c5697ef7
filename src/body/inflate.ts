import { builtin } from '../platform/builtin.ts'

/** The limit for a cassette and for a decompressed body. The largest of 16,936 real cassettes has 5 MB. */
export const MAX_INFLATED_BYTES = 256 * 1024 * 1024

/** Detects gzip by its first bytes. */
export function isGzip(bytes: Uint8Array): boolean {
  return detectCoding(bytes) === 'gzip'
}

/** Detects a content coding by its first bytes: gzip, zstd or zlib, which is the usual form of `deflate`. */
export function detectCoding([a = 0, b = 0, c, d]: Uint8Array): 'gzip' | 'zstd' | 'zlib' | undefined {
  if (a === 0x1f && b === 0x8b) return 'gzip'
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd'
  return (a & 0x0f) === 8 && a >> 4 <= 7 && (a * 256 + b) % 31 === 0 ? 'zlib' : undefined
}

/** Tells whether bytes begin as those that are decompressed without a header: gzip and zstd. */
export function hasSignature(bytes: Uint8Array): boolean {
  const coding = detectCoding(bytes)
  return coding === 'gzip' || coding === 'zstd'
}

/**
 * Lists the codings of a header `content-encoding`, the one that was applied last first.
 *
 * @param encoding such as `gzip` or `deflate, br`
 */
export function codingsOf(encoding: string): string[] {
  return encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().replace(/^x-(?=gzip$)/, ''))
    .filter((coding) => coding !== '' && coding !== 'identity')
    .reverse()
}

/** The result for an encoding, or the error. */
interface Inflated {
  readonly encoding: string
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly error?: unknown
}

/** A recording can be replayed many times, and a small body can need seconds until it exceeds the limit. */
const results = new WeakMap<Uint8Array, Inflated>()

/**
 * Decompresses synchronously. The result is kept for as long as the compressed bytes are.
 *
 * @param encoding a value of the header `content-encoding`
 * @returns the plain bytes, at most 256 MiB; do not change them
 * @throws Error if the bytes are truncated or damaged or decompress to more than 256 MiB, if an encoding is unknown, or in
 *   environments without zlib, such as browsers
 */
export function inflate(bytes: Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
  const kept = results.get(bytes)
  const result = kept?.encoding === encoding ? kept : tryInflate(bytes, encoding)
  results.set(bytes, result)
  if (result.bytes) return result.bytes
  throw result.error
}

function tryInflate(bytes: Uint8Array, encoding: string): Inflated {
  try {
    return { encoding, bytes: inflateOnce(bytes, encoding) }
  } catch (error) {
    return { encoding, error }
  }
}

function inflateOnce(bytes: Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
  const zlib = builtin('zlib')
  const codings = codingsOf(encoding)
  if (!zlib || codings.length === 0) throw new Error('this platform has no zlib')
  return codings.reduce((plain, coding) => inflateOne(zlib, plain, coding), new Uint8Array(bytes))
}

function inflateOne(zlib: typeof import('node:zlib'), bytes: Uint8Array, coding: string): Uint8Array<ArrayBuffer> {
  const options = { maxOutputLength: MAX_INFLATED_BYTES }
  switch (coding) {
    case 'gzip':
      return new Uint8Array(zlib.gunzipSync(bytes, options))
    case 'br':
      return wholeStream(zlib.brotliDecompressSync(bytes, { ...options, info: true }), bytes, coding)
    case 'deflate':
      if (detectCoding(bytes) === 'zlib') return new Uint8Array(zlib.inflateSync(bytes, options))
      // Some servers send it without the header of zlib.
      return wholeStream(zlib.inflateRawSync(bytes, { ...options, info: true }), bytes, coding)
    case 'zstd':
      // Node has it since 22.15.
      if (zlib.zstdDecompressSync) return new Uint8Array(zlib.zstdDecompressSync(bytes, options))
  }
  throw new Error(`this platform does not support ${coding}`)
}

/**
 * The result of a format without a signature. Nearly all bytes begin such a stream, but do not end with it.
 *
 * @throws Error if bytes follow the end of the stream
 */
function wholeStream(result: unknown, { length }: Uint8Array, coding: string): Uint8Array<ArrayBuffer> {
  // Node returns this if the option `info` is set, but its types don't have it.
  const { buffer, engine } = result as { buffer: Buffer; engine: { readonly bytesWritten: number } }
  if (engine.bytesWritten !== length) throw new Error(`it is not ${coding}`)
  return new Uint8Array(buffer)
}
