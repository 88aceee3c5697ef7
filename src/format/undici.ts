import type { Interaction } from '../cassette.ts'
import { Fields, isMap } from './document/map-reader.ts'
import { fromBase64, looseBody, looseHeaders, looseMethod, looseStatus } from './document/read-lenient.ts'
import type { CassetteFormat } from './format.ts'

/**
 * The snapshots of undici's SnapshotAgent. Bodies are base64 of the bytes on the wire; each response of a request becomes an
 * interaction.
 *
 * @see https://undici.nodejs.org/#/docs/api/SnapshotAgent
 */
export const undici: CassetteFormat = {
  name: 'undici',
  title: 'undici SnapshotAgent',
  detect: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((item) => isMap(item) && isMap(item.snapshot)),
  parse(document) {
    const items = Array.isArray(document.value) ? document.value : []
    const interactions = items.flatMap((item, index) =>
      toInteractions(new Fields(document, item, [index]).map('snapshot')),
    )
    return { format: 'undici', path: document.file, interactions }
  },
}

function toInteractions(snapshot: Fields): Interaction[] {
  const request = snapshot.map('request')
  const line = snapshot.document.lineOf(snapshot.path)
  const recordedAt = new Date(snapshot.text('timestamp') ?? '')
  const responses = snapshot.value('responses') === undefined ? [snapshot.map('response')] : snapshot.maps('responses')
  return responses.map((response) => ({
    request: {
      method: looseMethod(request),
      url: request.requiredText('url'),
      headers: looseHeaders(request, 'headers'),
      body: looseBody(request.value('body')),
    },
    response: {
      status: looseStatus(response, 'statusCode'),
      statusText: '',
      headers: looseHeaders(response, 'headers'),
      body: fromBase64(response.text('body') ?? '') ?? response.fail('body', 'must be base64, and is not'),
    },
    ...(line === undefined ? {} : { line }),
    ...(Number.isNaN(recordedAt.getTime()) ? {} : { recordedAt }),
  }))
}
