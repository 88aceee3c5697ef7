import { isGzip } from '../body/inflate.ts'
import { fromHex } from '../bytes/hex.ts'
import { findHeader, type HeaderPair, type Interaction } from '../cassette.ts'
import { isJsonObject } from '../json/json-value.ts'
import { decodeChunks } from './document/decode-chunks.ts'
import { MapReader } from './document/map-reader.ts'
import { readLenientBody, readLenientHeaders, readLenientMethod, readLenientStatus } from './document/read-lenient.ts'
import type { FormatDefinition } from './format-definition.ts'

/**
 * The recordings of nock: a list of `scope`, `method`, `path`, `body`, `status` and `response`, which is empty where a test
 * asked for nothing. undici's would look the same then.
 *
 * @see https://github.com/nock/nock#recording
 */
export const nock = {
  name: 'nock',
  title: 'nock',
  detect: (value) =>
    Array.isArray(value) && value.every((item) => isJsonObject(item) && 'scope' in item && 'path' in item),
  parse(document) {
    const items = Array.isArray(document.value) ? document.value : []
    return items.map((item, index) => toInteraction(new MapReader(document, item, [index])))
  },
} as const satisfies FormatDefinition

function toInteraction(fields: MapReader): Interaction {
  const line = fields.document.lineOf(fields.path)
  const headers = readLenientHeaders(fields, fields.value('rawHeaders') === undefined ? 'headers' : 'rawHeaders')
  return {
    request: {
      method: readLenientMethod(fields),
      url: `${fields.requiredText('scope')}${fields.requiredText('path')}`,
      headers: readLenientHeaders(fields, 'reqheaders'),
      body: readLenientBody(fields.value('body')),
    },
    response: { status: toStatus(fields), statusText: '', headers, body: toBody(fields, headers) },
    ...(line === undefined ? {} : { line }),
  }
}

/** Old versions say `reply`; written by hand, neither may be there. */
function toStatus(fields: MapReader): number {
  const key = ['status', 'reply'].find((name) => fields.value(name) !== undefined)
  return key === undefined ? 200 : readLenientStatus(fields, key)
}

/** Text; a parsed tree; hexadecimal digits where `responseIsBinary`, or their chunks where the body was compressed. */
function toBody(fields: MapReader, headers: readonly HeaderPair[]): Uint8Array<ArrayBuffer> {
  const response = fields.value('response')
  const chunks = Array.isArray(response) ? response : [response]
  if (fields.value('responseIsBinary') === true && response !== undefined) {
    return (
      decodeChunks(chunks, fromHex) ??
      fields.fail('response', 'must be hexadecimal digits, as "responseIsBinary" says, and is not')
    )
  }
  if (findHeader(headers, 'content-encoding') === undefined) return readLenientBody(response)
  const body = decodeChunks(chunks, fromHex)
  return body && (Array.isArray(response) || isGzip(body)) ? body : readLenientBody(response)
}
