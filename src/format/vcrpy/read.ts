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
import { readPythonTree } from './read-python-tree.ts'

/** Recognizes a document of VCR.py. */
export function isVcrpy(value: unknown): boolean {
  return isJsonObject(value) && value.version !== 2 && (hasUris(value.interactions) || isParallel(value))
}

/**
 * Reads a document of VCR.py or one of its dialects: pydantic-ai's `parsed_body`, LangChain's separate lists of requests and
 * responses, and the responses that old versions wrote for httpx and Tornado.
 *
 * @throws CassetteParseError
 */
export function parseVcrpy(document: SourceDocument): Interaction[] {
  const root = new MapReader(document, document.value, [])
  const pairs = isJsonObject(document.value) && isParallel(document.value) ? pairLists(root) : pairInteractions(root)
  return pairs.map(toInteraction)
}

interface Pair {
  /** The map that gives the interaction its line. */
  readonly owner: MapReader
  readonly request: MapReader
  readonly response: MapReader
}

function hasUris(interactions: unknown): boolean {
  const first: unknown = Array.isArray(interactions) ? interactions[0] : undefined
  return isJsonObject(first) && isJsonObject(first.request) && 'uri' in first.request && isJsonObject(first.response)
}

function isParallel(value: Readonly<Record<string, unknown>>): boolean {
  return !('interactions' in value) && Array.isArray(value.requests) && Array.isArray(value.responses)
}

function pairInteractions(root: MapReader): Pair[] {
  return root.maps('interactions').map((interaction) => {
    if (interaction.value('request') === undefined)
      interaction.fail('request', `is missing: this is no HTTP exchange, and has ${interaction.keys().join(', ')}`)
    return { owner: interaction, request: interaction.map('request'), response: interaction.map('response') }
  })
}

function pairLists(root: MapReader): Pair[] {
  const requests = root.maps('requests')
  const responses = root.maps('responses')
  if (requests.length !== responses.length)
    root.fail('responses', `has ${responses.length} items, and requests has ${requests.length}`)
  return requests.flatMap((request, index) => {
    const response = responses[index]
    return response ? [{ owner: request, request, response }] : []
  })
}

function toInteraction({ owner, request, response }: Pair): Interaction {
  const line = owner.document.lineOf(owner.path)
  return {
    request: {
      method: readLenientMethod(request),
      url: request.requiredText('uri'),
      headers: readLenientHeaders(request, 'headers'),
      body: parsedBody(request) ?? readLenientBody(request.written('body')),
    },
    response: toResponse(response),
    ...(line === undefined ? {} : { line }),
  }
}

function toResponse(response: MapReader): RecordedResponse {
  const status = response.value('status')
  const statusFields = isJsonObject(status) ? response.map('status') : undefined
  const message = statusFields?.written('message') ?? response.written('reason')
  return {
    status: statusFields
      ? readLenientStatus(statusFields, 'code')
      : readLenientStatus(response, response.value('status_code') === undefined ? 'status' : 'status_code'),
    statusText: readLenientReason(message),
    headers: readLenientHeaders(response, 'headers'),
    body: parsedBody(response) ?? readLenientBody(responseBody(response)),
  }
}

/** A key of pydantic-ai: a JSON body as a tree. A string in it is a JSON string, so it gets its quotes back. */
function parsedBody(message: MapReader): Uint8Array<ArrayBuffer> | undefined {
  const parsed = readPythonTree(message, 'parsed_body')
  return parsed === undefined ? undefined : readLenientBody(typeof parsed === 'string' ? writeJson(parsed) : parsed)
}

/** `body: {string: …}`, `content` (old httpx), or the body itself. */
function responseBody(response: MapReader): unknown {
  const body = response.value('body')
  if (!isJsonObject(body)) return response.written('body') ?? response.written('content')
  return 'string' in body || 'base64_string' in body || Object.keys(body).length === 0
    ? response.map('body').written('string')
    : body
}
