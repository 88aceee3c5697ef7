import { findHeader, type RecordedResponse } from '../cassette.ts'
import { mediaType } from './content-type.ts'
import { isGzip, MAX_INFLATED_BYTES } from './gunzip.ts'

/**
 * Decompresses a body that was recorded as it came over the wire. Its bytes have to be gzip: many recordings keep
 * `content-encoding: gzip` over a body that is plain. And where no header says that it was encoded, it must not be gzip that
 * was asked for, such as an archive.
 *
 * @param response as stored
 * @returns the plain bytes; the stored ones where they are not gzip, or damaged, or would be more than 256 MiB
 */
export async function decompress({ body, headers }: RecordedResponse): Promise<Uint8Array<ArrayBuffer>> {
  if (!isGzip(body)) return body
  const type = mediaType(findHeader(headers, 'content-type'))
  if (findHeader(headers, 'content-encoding') === undefined && ARCHIVE.test(type)) return body
  try {
    return await inflate(body)
  } catch {
    return body
  }
}

/** What may be gzip in itself. */
const ARCHIVE = /gzip|octet-stream|zip|tar|^(?:image|video|audio)\//

async function inflate(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
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
