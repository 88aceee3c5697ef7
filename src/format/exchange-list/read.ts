import type { HeaderPair, Interaction, RecordedRequest, RecordedResponse } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { MapReader } from '../document/map-reader.ts'
import { readForm } from '../document/read-form.ts'
import {
  readLenientBody,
  readLenientHeaders,
  readLenientMethod,
  readLenientReason,
  readLenientStatus,
} from '../document/read-lenient.ts'
import type { SourceDocument } from '../document/source-document.ts'
import { readResponseBody } from './read-response-body.ts'

/**
 * Reads a list of exchanges.
 *
 * @throws CassetteParseError
 */
export function parseExchangeList(document: SourceDocument): Interaction[] {
  const items = Array.isArray(document.value) ? document.value : []
  const exchanges = items.map((item, index) => new MapReader(document, item, [index]))
  const last = exchanges.at(-1)
  if (last && last.document.lineOf(last.path) !== undefined) refuseCut(last)
  return exchanges.map(toInteraction)
}

/**
 * Only PHP-VCR writes YAML. It puts the body last, followed by `curl_info` and, in newer versions, by `index`, and omits an empty
 * body.
 */
function refuseCut(last: MapReader): void {
  const response = last.map('response')
  if (last.has('index') || response.has('curl_info')) return
  if (last.document.ending === 'line-break' && (response.has('body') || hasNoBody(last))) return
  response.fail(
    'body',
    'is missing or incomplete: the file was cut. Restore it, or add "index: 0" to its last item if it is whole',
  )
}

function hasNoBody(exchange: MapReader): boolean {
  const { status } = toStatus(exchange.map('response'))
  return [204, 205, 304].includes(status) || exchange.map('request').value('method') === 'HEAD'
}

function toInteraction(exchange: MapReader): Interaction {
  const line = exchange.document.lineOf(exchange.path)
  const recordedAt = toDate(exchange.value('RecordedAt') ?? exchange.value('recordedAt'))
  const duration = exchange.value('Duration') ?? exchange.value('duration')
  const isDuration = typeof duration === 'number' && duration > 0 && duration < MAX_DURATION
  return {
    request: toRequest(exchange.map(exchange.has('Request') ? 'Request' : 'request')),
    response: {
      ...toResponse(exchange.map(exchange.has('Response') ? 'Response' : 'response')),
      ...(isDuration ? { duration } : {}),
    },
    ...(line === undefined ? {} : { line }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
  }
}

/** A hundred days, in ms, as for HAR. */
const MAX_DURATION = 100 * 24 * 3_600_000

/** Text in .NET. In Java, a number of seconds or milliseconds. */
function toDate(value: unknown): Date | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const date = new Date(typeof value === 'number' && value < MIN_MILLISECONDS ? value * 1000 : value)
  return date.getTime() > 0 ? date : undefined
}

/** 1973 in milliseconds, and the year 5138 in seconds. */
const MIN_MILLISECONDS = 1e11

function toRequest(request: MapReader): RecordedRequest {
  const url = request.requiredText(firstKey(request, ['Uri', 'uri', 'url']))
  // Stubs of ExVCR that were written by hand can have a regular expression.
  if (url.startsWith('~r')) request.fail('url', 'is a regular expression, and a recording has a URL')
  return {
    method: readLenientMethod(request, firstKey(request, ['Method', 'method'])),
    url,
    headers: readHeaders(request, ['RequestHeaders', 'ContentHeaders', 'headers']),
    body: toRequestBody(request),
  }
}

/** PHP-VCR stores the fields of a form. ExVCR has two keys, of which one is empty. */
function toRequestBody(request: MapReader): Uint8Array<ArrayBuffer> {
  if (isFilled(request.value('post_files')))
    request.fail(
      'post_files',
      'names files, whose content is not in the cassette. Record the request with its body instead',
    )
  const body = request.written('Body') ?? (request.written('body') || request.written('request_body'))
  if (isFilled(body) || !isFilled(request.value('post_fields'))) return readLenientBody(refuseEncrypted(request, body))
  return readForm(request, 'post_fields')
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)
}

/** PHP-VCR's encrypted storage. */
function refuseEncrypted(message: MapReader, body: unknown): unknown {
  if (typeof body !== 'string' || !body.startsWith('vcr:enc:')) return body
  return message.fail('body', "is encrypted by PHP-VCR's EncryptedStorage. Record it without encryption")
}

function toResponse(response: MapReader): RecordedResponse {
  const headers = readHeaders(response, ['ResponseHeaders', 'ContentHeaders', 'headers'])
  return {
    ...toStatus(response),
    headers,
    body: readResponseBody(response, headers, (body) => refuseEncrypted(response, body)),
  }
}

function toStatus(response: MapReader): Pick<RecordedResponse, 'status' | 'statusText'> {
  // ExVCR stores an error of the client as a response. The model has it without a status, like a failed request in HAR.
  if (response.value('type') === 'error') return { status: 0, statusText: '' }
  const key = firstKey(response, ['Status', 'status', 'status_code'])
  const value = response.value(key)
  // A tuple of httpc: ["HTTP/1.1", 200, "OK"].
  if (Array.isArray(value)) {
    const line = new MapReader(response.document, { code: value[1] }, [...response.path, key])
    return { status: readLenientStatus(line, 'code'), statusText: readLenientReason(value[2]) }
  }
  if (!isJsonObject(value)) return { status: readLenientStatus(response, key), statusText: '' }
  const status = response.map(key)
  return {
    status: readLenientStatus(status, firstKey(status, ['Code', 'code'])),
    statusText: readLenientReason(status.written('Message') ?? status.written('message')),
  }
}

/** .NET has two maps of headers. Java stores the status line under the name "null". */
function readHeaders(message: MapReader, keys: readonly string[]): HeaderPair[] {
  return keys
    .flatMap((key) => readLenientHeaders(message, key))
    .filter(([name, value]) => name !== 'null' || !value.startsWith('HTTP/'))
}

/** The first key that a map has; the last of them if it has none. */
function firstKey(map: MapReader, keys: readonly string[]): string {
  return keys.find((key) => map.has(key)) ?? keys.at(-1) ?? ''
}
