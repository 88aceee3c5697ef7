import { decodeUtf8 } from '../body/decode-utf8.ts'
import { inflate, isGzip } from '../body/inflate.ts'
import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
import type { HeaderPair } from '../cassette.ts'
import { headerOf } from '../http/http-request.ts'
import { builtin } from '../platform/builtin.ts'

/** A body as text. */
export interface BodyText {
  /** A binary string if the body is neither UTF-8 nor UTF-16. */
  readonly text: string
  /** Converts a changed text back to bytes. */
  encode(text: string): Uint8Array<ArrayBuffer>
  /** Whether the bytes of `encode` are plain although the header `content-encoding` names a compression. */
  readonly compression: 'kept' | 'removed'
}

/** Reads a body as text. A compressed body is decompressed. */
export function readBodyText(body: Uint8Array<ArrayBuffer>, headers: Headers | readonly HeaderPair[]): BodyText {
  const encoding = headerOf({ headers }, 'content-encoding')
  if (!encoding && !isGzip(body)) return readPlain(body, headers)
  try {
    const plain = readPlain(inflate(body, encoding || 'gzip'), headers)
    if (encoding) return { ...plain, compression: 'removed' }
    return { ...plain, encode: (text) => new Uint8Array(gzip(plain.encode(text))) }
  } catch {
    return readPlain(body, headers)
  }
}

function gzip(bytes: Uint8Array): Uint8Array {
  return builtin('zlib')?.gzipSync(bytes) ?? bytes
}

function readPlain(body: Uint8Array<ArrayBuffer>, headers: Headers | readonly HeaderPair[]): BodyText {
  const utf16 = utf16Of(body, headerOf({ headers }, 'content-type'))
  if (utf16) {
    const text = new TextDecoder(utf16, { ignoreBOM: true }).decode(body)
    return { text, encode: (changed) => encodeUtf16(changed, utf16), compression: 'kept' }
  }
  const text = decodeUtf8(body)
  return text === undefined
    ? { text: toBinaryString(body), encode: fromBinaryString, compression: 'kept' }
    : { text, encode: (changed) => new TextEncoder().encode(changed), compression: 'kept' }
}

/** Detects UTF-16 by its byte order mark or its content type. In text with markup every second byte is mostly zero. */
function utf16Of(body: Uint8Array, contentType: string): 'utf-16le' | 'utf-16be' | undefined {
  if (body.length % 2 === 1) return undefined
  const isMarked = body[0] === 0xff || body[0] === 0xfe
  if (!isMarked && !/charset="?utf-?16/i.test(contentType)) return undefined
  const head = body.subarray(0, 512)
  const zeros = (offset: number): number => head.filter((byte, index) => byte === 0 && index % 2 === offset).length
  if (zeros(1) * 4 > head.length) return 'utf-16le'
  return zeros(0) * 4 > head.length ? 'utf-16be' : undefined
}

function encodeUtf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
  return new Uint8Array(view.buffer)
}
