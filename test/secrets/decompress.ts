import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'

/** The first bytes of each format, in hexadecimal digits. */
const formats = { '1f8b': gunzipSync, '78(01|5e|9c|da)': inflateSync, '28b52ffd': zstdDecompressSync }

/** Decompresses bytes with gzip, deflate or zstd, which begin with known bytes; undefined if they do not. */
export function decompress(bytes: Uint8Array): Buffer | undefined {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const format = Object.entries(formats).find(([start]) => new RegExp(`^${start}`).test(head))
  return format && attempt(format[1], bytes)
}

/** The same with Brotli, which has no known first bytes. Text is not tried, because that takes long. */
export function decompressBody(bytes: Uint8Array): Buffer | undefined {
  const binary = bytes.some((byte) => byte < 9 || byte > 127)
  return decompress(bytes) ?? (binary ? attempt(brotliDecompressSync, bytes) : undefined)
}

function attempt(inflate: (bytes: Uint8Array) => Buffer, bytes: Uint8Array): Buffer | undefined {
  try {
    return inflate(bytes)
  } catch {
    return undefined
  }
}
