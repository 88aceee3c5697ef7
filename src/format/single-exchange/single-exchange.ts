import { fromBase64 } from '../../bytes/base64.ts'
import type { Interaction } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { MapReader } from '../document/map-reader.ts'
import {
  readLenientBody,
  readLenientHeaders,
  readLenientMethod,
  readLenientReason,
  readLenientStatus,
} from '../document/read-lenient.ts'
import { fromRequestBase64 } from '../document/request-base64.ts'
import type { FormatDefinition } from '../format-definition.ts'

/**
 * The files of Datadog's test agent and of msw-snapshot: one exchange per file.
 *
 * @see https://github.com/DataDog/dd-apm-test-agent
 */
export const singleExchange = {
  name: 'single-exchange',
  title: 'Datadog test agent or msw-snapshot',
  reads: 'JSON, one exchange per file',
  loses: 'cookie lists (duplicate the headers)',
  detect: (value) =>
    isJsonObject(value) &&
    isJsonObject(value.request) &&
    'url' in value.request &&
    // A path begins with a slash in the stubs of WireMock, which otherwise look the same.
    !(typeof value.request.url === 'string' && value.request.url.startsWith('/')) &&
    isJsonObject(value.response),
  parse(document) {
    return [toInteraction(new MapReader(document, document.value, []))]
  },
} as const satisfies FormatDefinition

function toInteraction(exchange: MapReader): Interaction {
  const request = exchange.map('request')
  const response = exchange.map('response')
  const status = isJsonObject(response.value('status')) ? response.map('status') : undefined
  const message = status ? status.written('message') : response.written('statusText')
  return {
    request: {
      method: readLenientMethod(request),
      url: request.requiredText('url'),
      headers: readLenientHeaders(request, 'headers'),
      body: toBody(request, fromRequestBase64),
    },
    response: {
      status: status ? readLenientStatus(status, 'code') : readLenientStatus(response, 'status'),
      statusText: readLenientReason(message),
      headers: readLenientHeaders(response, 'headers'),
      body: toBody(response, fromBase64),
    },
  }
}

/** Bytes that are not text begin with `base64:`. */
function toBody(
  message: MapReader,
  decode: (base64: string) => Uint8Array<ArrayBuffer> | undefined,
): Uint8Array<ArrayBuffer> {
  const body = message.written('body')
  const encoded = typeof body === 'string' && body.startsWith('base64:') ? body.slice('base64:'.length) : undefined
  return (encoded === undefined ? undefined : decode(encoded)) ?? readLenientBody(body)
}
