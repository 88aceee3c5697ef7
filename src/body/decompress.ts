import { findHeader, type RecordedResponse } from '../cassette.ts'
import { mediaType } from './content-type.ts'

/**
 * Decompresses a body that was recorded as it came over the wire. Its bytes have to be gzip: many recordings keep
 * `content-encoding: gzip` over a body that is plain. And its headers must not say that gzip is what was asked for.
 *
 * @param response as stored
 * @returns the plain bytes; the stored ones where they are not gzip, or damaged
 */
export async function decompress({ body, headers }: RecordedResponse): Promise<Uint8Array<ArrayBuffer>> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  const type = mediaType(findHeader(headers, 'content-type'))
  const encoded = findHeader(headers, 'content-encoding') !== undefined || /^text\/|json$/.test(type)
  if (!encoded) return body
  try {
    const plain = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(plain).arrayBuffer())
  } catch {
    return body
  }
}
