import {
  chunksFitBody,
  type HeaderPair,
  type RecordedChunk,
  type RecordedResponse,
  type WebSocketConversation,
} from '../../../cassette.ts'
import { parseGoDuration } from '../../go-duration.ts'
import { isFinalStatus, parseChunks, parseStatus } from '../values.ts'
import { bail } from './bail.ts'
import type { Lines } from './lines.ts'
import { readMap } from './map.ts'
import { type HeadersCache, readHeaders, withBody } from './message.ts'
import type { Mutable } from './mutable.ts'
import { readWebSocket } from './read-websocket.ts'
import { readFlag, readInteger, readScalar, readText, type Scalar, scalarLength } from './scalar.ts'
import { skipWireFields } from './skip-wire-fields.ts'

/** Reads the response of an interaction. */
export function readResponse(lines: Lines, headersCache: HeadersCache): RecordedResponse {
  let headers: readonly HeaderPair[] = []
  let body: Scalar | undefined
  let status: string | undefined
  let code: number | undefined
  let duration: number | undefined
  let uncompressed: boolean | undefined
  let chunks: RecordedChunk[] | undefined
  let openAfter: number | undefined
  let websocket: WebSocketConversation | undefined
  readMap(lines, (key) => {
    switch (key) {
      case 'headers':
        headers = readHeaders(lines, headersCache)
        return
      case 'body':
        body = readScalar(lines)
        return
      case 'status':
        status = readText(lines)
        return
      case 'code':
        code = readInteger(lines)
        return
      case 'duration':
        duration = toDuration(readText(lines))
        return
      case 'uncompressed':
        uncompressed = readFlag(lines)
        return
      case 'chunks':
        chunks = toChunks(readText(lines))
        return
      case 'open_end':
        openAfter = toDuration(readText(lines))
        return
      case 'websocket':
        websocket = readWebSocket(lines)
        return
      default:
        skipWireFields(lines, key)
    }
  })
  // A file that was cut between two lines lacks both.
  if (status === undefined && code === undefined) bail()
  const parsed = parseStatus(status, code)
  if (websocket) checkHandshake(lines, parsed.status, body)
  else if (!isFinalStatus(parsed.status)) bail()
  if (chunks && !chunksFitBody(chunks, body ? scalarLength(lines.view, body) : 0)) bail()
  const response: Mutable<Omit<RecordedResponse, 'body'>> = { ...parsed, headers }
  if (duration !== undefined) response.duration = duration
  if (uncompressed) response.uncompressed = true
  if (chunks) response.chunks = chunks
  if (openAfter !== undefined) response.openEnd = { after: openAfter }
  if (websocket) response.websocket = websocket
  return withBody(response, lines, body)
}

function checkHandshake({ view }: Lines, status: number, body: Scalar | undefined): void {
  if (status !== 101 || (body && scalarLength(view, body) > 0)) bail()
}

function toDuration(text: string): number | undefined {
  return text ? (parseGoDuration(text) ?? bail()) : undefined
}

function toChunks(text: string): RecordedChunk[] | undefined {
  return text ? (parseChunks(text) ?? bail()) : undefined
}
