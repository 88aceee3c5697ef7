import { inflate, isGzip } from '../../body/inflate.ts'
import { fromBase64 } from '../../bytes/base64.ts'
import { fromHex } from '../../bytes/hex.ts'
import {
  findHeader,
  type HeaderPair,
  type Interaction,
  type RecordedRequest,
  type RecordedResponse,
  type WebSocketConversation,
} from '../../cassette.ts'
import { toWebSocketUrl } from '../../http/web-socket-url.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { writeJson } from '../../json/write-json.ts'
import { decodeChunks } from '../document/decode-chunks.ts'
import { MapReader } from '../document/map-reader.ts'
import {
  NO_STATUS,
  readLenientBody,
  readLenientHeaders,
  readLenientMethod,
  readLenientReason,
} from '../document/read-lenient.ts'
import { fromRequestBase64 } from '../document/request-base64.ts'
import type { SourceDocument } from '../document/source-document.ts'
import { readClaimedBase64 } from './read-claimed-base64.ts'
import { readWebSocket } from './read-websocket.ts'
import { toMilliseconds } from './to-milliseconds.ts'

/**
 * Reads an HTTP archive of a browser or of Polly.JS, which stores bodies in three ways; also the YAML that Cody writes.
 *
 * @throws CassetteParseError
 */
export function parseHar(document: SourceDocument): Interaction[] {
  return new MapReader(document, document.value, []).map('log').maps('entries').map(toInteraction)
}

/** A hundred days, in ms. A longer wait is an error in the file, and a double can't hold its nanoseconds. */
const MAX_WAIT = 100 * 24 * 3_600_000

function toInteraction(entry: MapReader): Interaction {
  const line = entry.document.lineOf(entry.path)
  const started = entry.value('startedDateTime')
  const recordedAt = new Date(typeof started === 'string' ? started : '')
  const exchange = { request: toRequest(entry.map('request')), response: toResponse(entry) }
  const websocket = readWebSocket(entry, recordedAt.getTime() + (exchange.response.duration ?? 0))
  return {
    ...(websocket ? toConversation(exchange, websocket) : exchange),
    ...(line === undefined ? {} : { line }),
    // HAR requires a date. Writers that know none write 1970.
    ...(recordedAt.getTime() > 0 ? { recordedAt } : {}),
  }
}

/** The handshake, in the form of HTTP 1.1: mitmproxy stores its URL with `https:`, and over HTTP 2 its method is CONNECT. */
function toConversation({ request, response }: Interaction, websocket: WebSocketConversation): Interaction {
  const empty = new Uint8Array()
  const statusText = response.status === 101 ? response.statusText : 'Switching Protocols'
  return {
    request: { ...request, method: 'GET', url: toWebSocketUrl(request.url), body: empty },
    response: { ...response, status: 101, statusText, body: empty, websocket },
  }
}

function toRequest(request: MapReader): RecordedRequest {
  const data = isJsonObject(request.value('postData')) ? request.map('postData') : undefined
  const text = data?.written('text')
  const isBase64 = data?.value('encoding') === 'base64' && typeof text === 'string'
  return {
    method: readLenientMethod(request),
    url: request.requiredText('url'),
    headers: readLenientHeaders(request, 'headers'),
    body:
      (isBase64 ? fromRequestBase64(text) : undefined) ??
      readLenientBody(text || (data?.value('textJSON') ?? toForm(data?.value('params')))),
  }
}

/** Some browsers store only the fields of a form. */
function toForm(params: unknown): string | undefined {
  if (!Array.isArray(params) || params.length === 0) return undefined
  return new URLSearchParams(
    params.flatMap((param) => (isJsonObject(param) ? [[toText(param.name), toText(param.value)]] : [])),
  ).toString()
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : writeJson(value)
}

function toResponse(entry: MapReader): RecordedResponse {
  const response = entry.map('response')
  const status = toStatus(response)
  const headers = readLenientHeaders(response, 'headers')
  const wait = toMilliseconds(isJsonObject(entry.value('timings')) ? entry.map('timings').value('wait') : undefined)
  return {
    status,
    statusText: readLenientReason(response.written('statusText')),
    headers,
    body: toBody(response.map('content'), headers),
    ...(wait >= 0 && wait < MAX_WAIT ? { duration: Math.round(wait * 1e6) / 1e6 } : {}),
  }
}

/** If there was no response, the status is 0, null in some browsers, or -1 in Playwright. */
function toStatus(response: MapReader): number {
  const isNull = response.has('status') && response.document.ending !== 'open'
  const status = response.integer('status') ?? (isNull ? 0 : response.fail('status', NO_STATUS))
  if (status === -1) return 0
  if (status !== 0 && (status < 100 || status > 599))
    response.fail('status', `is ${status}, and must be 0 or from 100 to 599`)
  return status
}

/** Plain text, or one of the encodings of Polly.JS, which stores a compressed body as a list of chunks. */
function toBody(content: MapReader, headers: readonly HeaderPair[]): Uint8Array<ArrayBuffer> {
  const text = content.written('text')
  if (typeof text !== 'string') return readLenientBody(text)
  const encoding = findHeader(headers, 'content-encoding')
  if (content.value('encoding') === 'base64') {
    const chunks = decodeChunks(parseList(text) ?? [], fromBase64)
    if (chunks && chunks.length > 0) return chunks
    const mimeType = content.written('mimeType') ?? findHeader(headers, 'content-type')
    return readClaimedBase64(text, { mimeType: toText(mimeType), encoding })
  }
  // Polly.JS before version 6.
  if (content.value('_isBinary') === true)
    return decodeChunks(parseList(text) ?? [text], fromHex) ?? readLenientBody(text)
  return (encoding && joinCompressed(parseList(text) ?? [], encoding)) || readLenientBody(text)
}

/** An unmarked list can be chunks or a JSON body. It is chunks only if the result can be decompressed. */
function joinCompressed(chunks: readonly unknown[], encoding: string): Uint8Array<ArrayBuffer> | undefined {
  return [decodeChunks(chunks, fromHex), decodeChunks(chunks, fromBase64)].find(
    (body) => body && canInflate(body, encoding),
  )
}

function canInflate(body: Uint8Array, encoding: string): boolean {
  if (isGzip(body)) return true
  try {
    return inflate(body, encoding).length > 0
  } catch {
    return false
  }
}

function parseList(text: string): unknown[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
