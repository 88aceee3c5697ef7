import { isGzip } from '../../body/inflate.ts'
import { fromHex } from '../../bytes/hex.ts'
import { findHeader, type HeaderPair, type Interaction } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { decodeChunks } from '../document/decode-chunks.ts'
import { MapReader } from '../document/map-reader.ts'
import { readLenientBody, readLenientHeaders, readLenientMethod, readLenientStatus } from '../document/read-lenient.ts'
import type { FormatDefinition } from '../format-definition.ts'

/**
 * The recordings of nock: a list of `scope`, `method`, `path`, `body`, `status` and `response`. The list is empty if a test
 * made no request, and an empty list of undici looks the same.
 *
 * @see https://github.com/nock/nock#recording
 */
export const nock = {
  name: 'nock',
  title: 'nock',
  reads: "the recorder's JSON",
  loses: 'nothing that belongs to an exchange',
  detect: (value) =>
    Array.isArray(value) && value.every((item) => isJsonObject(item) && 'scope' in item && 'path' in item),
  parse(document) {
    const items = Array.isArray(document.value) ? document.value : []
    return items.map((item, index) => toInteraction(new MapReader(document, item, [index])))
  },
} as const satisfies FormatDefinition

function toInteraction(item: MapReader): Interaction {
  const line = item.document.lineOf(item.path)
  const headers = readLenientHeaders(item, item.value('rawHeaders') === undefined ? 'headers' : 'rawHeaders')
  return {
    request: {
      method: readLenientMethod(item),
      url: `${item.requiredText('scope')}${item.requiredText('path')}`,
      headers: readLenientHeaders(item, 'reqheaders'),
      body: readLenientBody(item.written('body')),
    },
    response: { status: toStatus(item), statusText: '', headers, body: toBody(item, headers) },
    ...(line === undefined ? {} : { line }),
  }
}

/** Old versions write `reply`. A file written by hand can lack both. */
function toStatus(item: MapReader): number {
  const key = ['status', 'reply'].find((name) => item.value(name) !== undefined)
  return key === undefined ? 200 : readLenientStatus(item, key)
}

/** Text, a parsed tree, hexadecimal digits if `responseIsBinary`, or chunks of them if the body was compressed. */
function toBody(item: MapReader, headers: readonly HeaderPair[]): Uint8Array<ArrayBuffer> {
  const response = item.value('response')
  const chunks = Array.isArray(response) ? response : [response]
  if (item.value('responseIsBinary') === true && response !== undefined) {
    return (
      decodeChunks(chunks, fromHex) ??
      item.fail('response', 'must be hexadecimal digits, as "responseIsBinary" says, and is not')
    )
  }
  if (findHeader(headers, 'content-encoding') === undefined) return readLenientBody(response)
  const body = decodeChunks(chunks, fromHex)
  return body && (Array.isArray(response) || isGzip(body)) ? body : readLenientBody(response)
}
