import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { isCompressed } from '../../body/is-compressed.ts'
import { toBase64 } from '../../bytes/base64.ts'
import {
  findHeader,
  type HeaderPair,
  type Interaction,
  type RecordedRequest,
  type RecordedResponse,
} from '../../cassette.ts'
import { version } from '../../version.ts'
import { toWireHeaders } from '../wire-headers.ts'
import { writeWebSocket } from './write-websocket.ts'

/** HAR requires a date. This one means that the recording has none. */
const UNKNOWN_DATE = new Date(0)

/**
 * Writes a cassette as an HTTP archive.
 *
 * @param interactions in file order
 * @returns the text of a HAR 1.2 file
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function writeHar(interactions: readonly Interaction[]): string {
  const log = { version: '1.2', creator: { name: 'msw-cassette', version }, entries: interactions.map(toEntry) }
  return `${JSON.stringify({ log }, undefined, 2)}\n`
}

function toEntry(interaction: Interaction): object {
  const { request, response, recordedAt = UNKNOWN_DATE } = interaction
  const { duration: wait = 0, chunks, websocket } = response
  const receive = chunks?.at(-1)?.time ?? websocket?.frames.at(-1)?.at ?? 0
  return {
    startedDateTime: recordedAt.toISOString(),
    time: wait + receive,
    request: toRequest(request),
    response: toResponse(response, toWireHeaders(interaction)),
    cache: {},
    timings: { send: 0, wait, receive },
    ...(websocket ? writeWebSocket(websocket, recordedAt.getTime() + wait) : {}),
  }
}

function toRequest({ method, url, headers, body }: RecordedRequest): object {
  const query = URL.canParse(url) ? [...new URL(url).searchParams] : []
  const mimeType = findHeader(headers, 'content-type') ?? ''
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headers.map(toNameAndValue),
    queryString: query.map(toNameAndValue),
    ...(body.length > 0 ? { postData: { mimeType, params: [], ...toText(body) } } : {}),
    headersSize: -1,
    bodySize: body.length,
  }
}

function toResponse(response: RecordedResponse, headers: readonly HeaderPair[]): object {
  const { status, statusText, body } = response
  const mimeType = findHeader(headers, 'content-type') ?? ''
  const text = isCompressed(response) ? toChunkList(body) : toText(body)
  return {
    status,
    statusText,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headers.map(toNameAndValue),
    content: { size: body.length, mimeType, ...(body.length > 0 ? text : {}) },
    redirectURL: findHeader(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: body.length,
  }
}

function toNameAndValue([name, value]: HeaderPair): object {
  return { name, value }
}

/** HAR 1.2 has no binary request bodies, so an `encoding` in a request is an extension. */
function toText(body: Uint8Array): { text: string; encoding?: 'base64' } {
  const text = decodeUtf8(body)
  return text === undefined ? { text: toBase64(body), encoding: 'base64' } : { text }
}

/** A compressed body as Polly.JS stores it: a JSON list of base64 chunks. This list has one chunk. */
function toChunkList(body: Uint8Array): { text: string; encoding: 'base64' } {
  return { text: JSON.stringify([toBase64(body)]), encoding: 'base64' }
}
