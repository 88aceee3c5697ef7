import type { Interaction, RecordedResponse } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { writeJson } from '../../json/write-json.ts'
import { MapReader } from '../document/map-reader.ts'
import {
  readLenientBody,
  readLenientHeaders,
  readLenientMethod,
  readLenientReason,
  readLenientStatus,
} from '../document/read-lenient.ts'
import type { SourceDocument } from '../document/source-document.ts'

/** Recognizes a document of VCR.py. */
export function isVcrpy(value: unknown): boolean {
  return isJsonObject(value) && (hasUris(value.interactions) || isParallel(value))
}

/**
 * Reads a document of VCR.py or one of its dialects: pydantic-ai's `parsed_body`, LangChain's separate lists of requests and
 * responses, and the responses that old versions wrote for httpx and Tornado.
 *
 * @throws CassetteParseError
 */
export function parseVcrpy(document: SourceDocument): Interaction[] {
  const fields = new MapReader(document, document.value, [])
  const pairs =
    isJsonObject(document.value) && isParallel(document.value) ? pairLists(fields) : pairInteractions(fields)
  return pairs.map(toInteraction)
}

interface Pair {
  readonly fields: MapReader
  readonly request: MapReader
  readonly response: MapReader
}

function hasUris(interactions: unknown): boolean {
  const first: unknown = Array.isArray(interactions) ? interactions[0] : undefined
  return isJsonObject(first) && isJsonObject(first.request) && 'uri' in first.request && isJsonObject(first.response)
}

function isParallel(value: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(value.requests) && Array.isArray(value.responses)
}

function pairInteractions(fields: MapReader): Pair[] {
  return fields.maps('interactions').map((interaction) => {
    if (interaction.value('request') === undefined)
      interaction.fail('request', `is missing: this is no HTTP exchange, and has ${interaction.keys().join(', ')}`)
    return { fields: interaction, request: interaction.map('request'), response: interaction.map('response') }
  })
}

function pairLists(fields: MapReader): Pair[] {
  const requests = fields.maps('requests')
  const responses = fields.maps('responses')
  if (requests.length !== responses.length)
    fields.fail('responses', `has ${responses.length} items, and requests has ${requests.length}`)
  return requests.flatMap((request, index) => {
    const response = responses[index]
    return response ? [{ fields: request, request, response }] : []
  })
}

function toInteraction({ fields, request, response }: Pair): Interaction {
  const line = fields.document.lineOf(fields.path)
  return {
    request: {
      method: readLenientMethod(request),
      url: request.requiredText('uri'),
      headers: readLenientHeaders(request, 'headers'),
      body: parsedBody(request) ?? readLenientBody(request.value('body')),
    },
    response: toResponse(response),
    ...(line === undefined ? {} : { line }),
  }
}

function toResponse(response: MapReader): RecordedResponse {
  const status = response.value('status')
  const statusFields = isJsonObject(status) ? response.map('status') : undefined
  const message = statusFields?.value('message') ?? response.value('reason')
  return {
    status: statusFields
      ? readLenientStatus(statusFields, 'code')
      : readLenientStatus(response, response.value('status_code') === undefined ? 'status' : 'status_code'),
    statusText: readLenientReason(message),
    headers: readLenientHeaders(response, 'headers'),
    body: parsedBody(response) ?? readLenientBody(responseBody(response)),
  }
}

/** pydantic-ai's: what was JSON, as a tree. Of a text it keeps no quotes, unlike of a body that is text. */
function parsedBody(message: MapReader): Uint8Array<ArrayBuffer> | undefined {
  const parsed = message.value('parsed_body')
  return parsed === undefined ? undefined : readLenientBody(typeof parsed === 'string' ? writeJson(parsed) : parsed)
}

/** `body: {string: …}`, `content` of old httpx; or the body itself. */
function responseBody(response: MapReader): unknown {
  const body = response.value('body')
  if (!isJsonObject(body)) return body ?? response.value('content')
  return 'string' in body || 'base64_string' in body || Object.keys(body).length === 0 ? body.string : body
}
