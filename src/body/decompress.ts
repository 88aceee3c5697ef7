import { findHeader, type Interaction, type RecordedResponse } from '../cassette.ts'
import { builtin } from '../platform/builtin.ts'
import { mediaType } from './content-type.ts'
import { codingsOf, detectCoding, inflate, MAX_INFLATED_BYTES } from './inflate.ts'
import { canBeCompressed } from './is-compressed.ts'

/**
 * Decompresses a body that was recorded in its wire form. The header is not reliable: many recordings keep
 * `content-encoding: gzip` although the body is stored plain. Gzip and zstd are therefore detected by their first bytes. Without the
 * header, they are also decompressed, except for content types that can be compressed themselves, such as archives. Other encodings
 * have no signature; a body with one of them is plain if it is text.
 *
 * @returns the plain bytes, which are the stored ones if they are plain
 * @throws Error if the bytes are truncated or damaged, decompress to more than 256 MiB, or need a decompression that the platform lacks
 */
export async function decompress(interaction: Interaction): Promise<Uint8Array<ArrayBuffer>> {
  const { response } = interaction
  const encoding = storedEncoding(interaction)
  if (encoding === undefined) return response.body
  try {
    let plain = response.body
    for (const coding of codingsOf(encoding)) plain = await inflateOne(plain, coding)
    return plain
  } catch (error) {
    if (canBePlain(response, encoding)) return response.body
    throw error
  }
}

/** The encoding in which a body is stored; undefined if it is stored plain. */
function storedEncoding({ response, recordedAt }: Interaction): string | undefined {
  const { body, headers, uncompressed } = response
  // The client received what is stored, even if that is compressed.
  if (uncompressed || body.length === 0) return undefined
  const encoding = findHeader(headers, 'content-encoding')
  const codings = codingsOf(encoding ?? '')
  const detected = detectCoding(body)
  if (detected === undefined || detected === 'zlib' || detected === codings[0])
    return encoding !== undefined && canBeCompressed(body, encoding) ? encoding : undefined
  if (encoding !== undefined) return codings.length === 0 ? undefined : detected
  // A recorder that keeps the date keeps also the encoding, or has no body that is encoded.
  return recordedAt !== undefined || isArchive(headers) ? undefined : detected
}

/** A content type whose plain content can be compressed. */
function isArchive(headers: RecordedResponse['headers']): boolean {
  return /gzip|zstd|octet-stream|zip|tar|^(?:image|video|audio)\//.test(mediaType(findHeader(headers, 'content-type')))
}

/** An encoding without a signature can be one that the recording only names. The content of these types is plain if it is not text. */
function canBePlain({ body, headers }: RecordedResponse, encoding: string): boolean {
  const [coding] = codingsOf(encoding)
  if (coding === detectCoding(body) || (coding === 'deflate' && detectCoding(body) === 'zlib')) return false
  if (coding !== 'br' && coding !== 'deflate') return true
  const type = findHeader(headers, 'content-type') ?? ''
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  return !/^$|^text\/|json|xml|javascript|form-urlencoded|yaml/.test(mediaType(type)) || !/^utf-?8$/i.test(charset)
}

async function inflateOne(bytes: Uint8Array<ArrayBuffer>, coding: string): Promise<Uint8Array<ArrayBuffer>> {
  if (builtin('zlib')) return inflate(bytes, coding)
  const result = results.get(bytes) ?? inflateStream(bytes, coding)
  results.set(bytes, result)
  return result
}

/** The results without zlib, see `inflate`. */
const results = new WeakMap<Uint8Array, Promise<Uint8Array<ArrayBuffer>>>()

async function inflateStream(bytes: Uint8Array<ArrayBuffer>, coding: string): Promise<Uint8Array<ArrayBuffer>> {
  const format = { br: 'brotli', deflate: detectCoding(bytes) === 'zlib' ? 'deflate' : 'deflate-raw' }[coding] ?? coding
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format as CompressionFormat))
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MAX_INFLATED_BYTES) throw new RangeError('the body is too large')
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
