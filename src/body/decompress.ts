import { findHeader, type RecordedResponse } from '../cassette.ts'
import { mediaType } from './content-type.ts'
import { inflate, isGzip, MAX_INFLATED_BYTES } from './inflate.ts'
import { isCompressed } from './is-compressed.ts'

/**
 * Decompresses a body that was recorded as it came over the wire. Gzip is told by its first bytes: many recordings keep
 * `content-encoding: gzip` over a body that is plain. Where no header says that it was encoded, it must not be gzip that was
 * asked for, such as an archive. Other encodings have no such mark; with them, what is text is plain.
 *
 * @param response as stored
 * @returns the plain bytes; the stored ones where they are plain, damaged, or would be more than 256 MiB
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

/** What may be gzip in itself. */
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
