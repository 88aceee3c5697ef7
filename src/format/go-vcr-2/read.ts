import {
  chunksFitBody,
  type Interaction,
  MAX_SAMPLES,
  type RecordedChunk,
  type RecordedRequest,
  type RecordedResponse,
} from '../../cassette.ts'
import { isWebSocketUrl } from '../../http/web-socket-url.ts'
import { MapReader } from '../document/map-reader.ts'
import type { SourceDocument } from '../document/source-document.ts'
import { parseGoDuration } from '../go-duration.ts'
import { readWebSocket } from './read-websocket.ts'
import { isFinalStatus, isSampleNumber, parseChunks, parseStatus } from './values.ts'

/**
 * Reads a go-vcr version 2 document.
 *
 * Only `url` and `method` are always present; the other keys depend on the version of the writer. This library adds six keys
 * that go-vcr ignores: `recorded_at`, `recorded_by`, `sample`, `response.chunks`, `response.open_end` and `response.websocket`.
 *
 * @throws CassetteParseError
 */
export function parseGoVcr2(document: SourceDocument): Interaction[] {
  const root = new MapReader(document, document.value, [])
  const interactions = root.maps('interactions')
  refuseCut(root, interactions.at(-1), document.ending)
  return interactions.map(toInteraction)
}

/**
 * Writers put `status`, `code` and `duration` last. A file without all of them was cut, even if it was cut between two lines.
 * Only a file that looks hand-written and ends with a line break can lack them.
 */
function refuseCut(root: MapReader, last: MapReader | undefined, ending: SourceDocument['ending']): void {
  if (root.value('interactions') === undefined) {
    root.fail('interactions', 'is empty: the file was cut. Restore it, or write "interactions: []" if there are none')
  }
  if (!last || (ending === 'line-break' && !isFromWriter(last))) return
  const response = last.map('response')
  if (['status', 'code', 'duration'].every((key) => response.value(key) === undefined)) {
    response.fail('code', cutAfter(ending))
  }
}

function isFromWriter(interaction: MapReader): boolean {
  return ['request', 'response'].some((side) => {
    const message = interaction.map(side)
    return ['proto', 'content_length', 'form'].some((key) => message.value(key) !== undefined)
  })
}

function cutAfter(ending: SourceDocument['ending']): string {
  return ending === 'open'
    ? 'is missing, and the file ends without a line break: it was cut. Restore it, or add the line break if it is whole'
    : 'is missing, and so are status and duration, which every writer puts last: the file was cut. Restore it, or add them if it is whole'
}

function toInteraction(interaction: MapReader): Interaction {
  const line = interaction.document.lineOf(interaction.path)
  const recordedAt = toDate(interaction)
  const recordedBy = interaction.text('recorded_by')
  const sample = toSample(interaction)
  const request = toRequest(interaction.map('request'))
  const response = toResponse(interaction.map('response'))
  if (response.websocket && !isWebSocketUrl(request.url)) {
    interaction.map('request').fail('url', 'does not begin with ws: or wss:, and the response has WebSocket frames')
  }
  return {
    request,
    response,
    ...(line === undefined ? {} : { line }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(recordedBy ? { recordedBy } : {}),
    ...(sample ? { sample } : {}),
  }
}

/** `recorded_at: '2026-11-23T02:11:43.000Z'`. go-vcr ignores this key. */
function toDate(interaction: MapReader): Date | undefined {
  const text = interaction.text('recorded_at')
  if (!text) return undefined
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) {
    interaction.fail('recorded_at', `is ${JSON.stringify(text)}, and must be a date such as 2026-11-23T02:11:43Z`)
  }
  return date
}

/** `sample: 1`. go-vcr ignores this key. */
function toSample(interaction: MapReader): number | undefined {
  const sample = interaction.integer('sample')
  if (sample === undefined || isSampleNumber(sample)) return sample
  interaction.fail('sample', `is ${sample}, and must be the number of a sample, from 0 to ${MAX_SAMPLES - 1}`)
}

function toRequest(request: MapReader): RecordedRequest {
  return {
    method: request.requiredText('method').toUpperCase(),
    url: request.requiredText('url'),
    headers: request.headers('headers'),
    body: request.bytes('body'),
  }
}

function toResponse(response: MapReader): RecordedResponse {
  const body = response.bytes('body')
  const duration = toDuration(response, 'duration')
  const openAfter = toDuration(response, 'open_end')
  const chunks = toChunks(response, body.length)
  const websocket = readWebSocket(response)
  if (websocket && body.length > 0) response.fail('body', 'must be empty, since the response has WebSocket frames')
  return {
    ...(websocket ? toHandshakeStatus(response) : toStatus(response)),
    headers: response.headers('headers'),
    body,
    ...(duration === undefined ? {} : { duration }),
    ...(response.value('uncompressed') === true ? { uncompressed: true } : {}),
    ...(chunks === undefined ? {} : { chunks }),
    ...(openAfter === undefined ? {} : { openEnd: { after: openAfter } }),
    ...(websocket ? { websocket } : {}),
  }
}

function toHandshakeStatus(response: MapReader): Status {
  const parsed = parseStatus(response.text('status'), response.integer('code'))
  if (parsed.status === 101) return parsed
  response.fail('code', `is ${parsed.status || 'missing'}, and must be 101, since the response has WebSocket frames`)
}

type Status = Pick<RecordedResponse, 'status' | 'statusText'>

function toStatus(response: MapReader): Status {
  const code = response.integer('code')
  // In JSON, hand-written files have a number here.
  const number = response.written('status')
  const parsed = parseStatus(typeof number === 'number' ? String(number) : response.text('status'), code)
  if (code === undefined && parsed.status === 0) {
    if (/^\d/.test(parsed.statusText))
      response.fail('status', `is ${parsed.statusText}, and must begin with a code such as 200`)
    return { ...parsed, status: 200 }
  }
  if (parsed.status === 101) {
    response.fail(
      'code',
      'is 101, and the frames below "websocket" are missing: go-vcr drops them when it writes a file. Restore them, or record again',
    )
  }
  if (!isFinalStatus(parsed.status)) {
    response.fail('code', `is ${parsed.status}, and a response that can be replayed has a status from 200 to 599`)
  }
  return parsed
}

function toDuration(response: MapReader, key: 'duration' | 'open_end'): number | undefined {
  const text = response.text(key)
  if (!text) return undefined
  return (
    parseGoDuration(text) ??
    response.fail(key, `is ${JSON.stringify(text)}, and must be a Go duration such as 816.05ms or 1m2.3s`)
  )
}

function toChunks(response: MapReader, bodyLength: number): RecordedChunk[] | undefined {
  const text = response.text('chunks')
  if (!text) return undefined
  const chunks =
    parseChunks(text) ?? response.fail('chunks', `is ${JSON.stringify(text)}, and must be a list such as 31@0 45@12.5`)
  if (chunksFitBody(chunks, bodyLength)) return chunks
  const sum = chunks.reduce((total, { size }) => total + size, 0)
  response.fail(
    'chunks',
    `add up to ${sum} bytes, and the body has ${bodyLength}: an editor, a hook or a merge has changed the body after it was recorded. ` +
      'Restore it, or remove "chunks" if the change is intended',
  )
}
