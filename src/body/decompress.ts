import { findHeader, type RecordedResponse } from '../cassette.ts'
import { mediaType } from './content-type.ts'
import { inflate, isGzip, MAX_INFLATED_BYTES } from './inflate.ts'
import { isCompressed } from './is-compressed.ts'

/**
 * Decompresses a body that was recorded in its wire form. The header is not reliable: many recordings keep
 * `content-encoding: gzip` although the body is stored plain. Gzip is therefore detected by its first bytes. Without the
 * header, gzip is also decompressed, except for content types that can be gzip themselves, such as archives. Other encodings
 * have no signature; a body with one of them is plain if it is text.
 *
 * @returns the plain bytes; the stored bytes if they are plain, damaged, or longer than 256 MiB when decompressed
 */
export async function decompress(response: RecordedResponse): Promise<Uint8Array<ArrayBuffer>> {
  const { body, headers } = response
  const encoding = findHeader(headers, 'content-encoding')
  try {
    if (isGzip(body)) return encoding === undefined && isArchive(headers) ? body : await gunzip(body)
    return encoding !== undefined && isCompressed(response) ? inflate(body, encoding) : body
  } catch {
    return body
  }
}

/** A content type whose plain content can be gzip. */
function isArchive(headers: RecordedResponse['headers']): boolean {
  return /gzip|octet-stream|zip|tar|^(?:image|video|audio)\//.test(mediaType(findHeader(headers, 'content-type')))
}

async function gunzip(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MAX_INFLATED_BYTES) throw new RangeError('the body is too large')
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
