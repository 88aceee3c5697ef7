import { fromBase64 } from '../../bytes/base64.ts'
import type { Interaction } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { MapReader } from '../document/map-reader.ts'
import { readLenientBody, readLenientHeaders, readLenientMethod, readLenientStatus } from '../document/read-lenient.ts'
import type { FormatDefinition } from '../format-definition.ts'

/**
 * The snapshots of undici's SnapshotAgent. Response bodies are base64 of the bytes on the wire. A request with several
 * responses becomes several interactions.
 *
 * @see https://undici.nodejs.org/#/docs/api/SnapshotAgent
 */
export const undici = {
  name: 'undici',
  title: 'undici SnapshotAgent',
  reads: 'JSON',
  loses: 'hashes, trailers, call counts',
  detect: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isJsonObject(item) && isJsonObject(item.snapshot)),
  parse(document) {
    const items = Array.isArray(document.value) ? document.value : []
    return items.flatMap((item, index) => toInteractions(new MapReader(document, item, [index]).map('snapshot')))
  },
} as const satisfies FormatDefinition

function toInteractions(snapshot: MapReader): Interaction[] {
  const request = snapshot.map('request')
  const line = snapshot.document.lineOf(snapshot.path)
  const recordedAt = new Date(snapshot.text('timestamp') ?? '')
  const responses = snapshot.value('responses') === undefined ? [snapshot.map('response')] : snapshot.maps('responses')
  return responses.map((response) => ({
    request: {
      method: readLenientMethod(request),
      url: request.requiredText('url'),
      headers: readLenientHeaders(request, 'headers'),
      body: readLenientBody(request.written('body')),
    },
    response: {
      status: readLenientStatus(response, 'statusCode'),
      statusText: '',
      headers: readLenientHeaders(response, 'headers'),
      body: fromBase64(response.text('body') ?? '') ?? response.fail('body', 'must be base64, and is not'),
    },
    ...(line === undefined ? {} : { line }),
    ...(Number.isNaN(recordedAt.getTime()) ? {} : { recordedAt }),
  }))
}
