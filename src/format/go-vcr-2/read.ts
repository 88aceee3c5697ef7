import {
  chunksFitBody,
  type Interaction,
  type RecordedChunk,
  type RecordedRequest,
  type RecordedResponse,
} from '../../cassette.ts'
import { MapReader } from '../document/map-reader.ts'
import type { SourceDocument } from '../document/source-document.ts'
import { parseGoDuration } from '../go-duration.ts'
import { isFinalStatus, parseChunks, parseStatus } from './values.ts'

/**
 * Reads a go-vcr version 2 document.
 *
 * Only `url` and `method` are always present; the other keys depend on the version of the writer. This library adds two keys
 * that go-vcr ignores: `recorded_at` and `response.chunks`.
 *
 * @throws CassetteParseError
 */
export function parseGoVcr2(document: SourceDocument): Interaction[] {
  const fields = new MapReader(document, document.value, [])
  const interactions = fields.maps('interactions')
  refuseCut(fields, interactions.at(-1), document.ending)
  return interactions.map(toInteraction)
}

/**
 * Writers put `status`, `code` and `duration` last. Without any of them a file was cut, be it between two lines, where it
 * ends without a line break or holds what nobody writes by hand.
 */
function refuseCut(fields: MapReader, last: MapReader | undefined, ending: SourceDocument['ending']): void {
  if (fields.value('interactions') === undefined) {
    fields.fail('interactions', 'is empty: the file was cut, or is to say "interactions: []"')
  }
  if (!last || (ending === 'line-break' && !isOfWriter(last))) return
  const response = last.map('response')
  if (['status', 'code', 'duration'].every((key) => response.value(key) === undefined)) {
    response.fail('code', cutAfter(ending))
  }
}

function isOfWriter(interaction: MapReader): boolean {
  return ['request', 'response'].some((side) => {
    const fields = interaction.map(side)
    return ['proto', 'content_length', 'form'].some((key) => fields.value(key) !== undefined)
  })
}

function cutAfter(ending: SourceDocument['ending']): string {
  return ending === 'open'
    ? 'is missing, and the file ends without a line break: it was cut. Restore it, or add the line break if it is whole'
    : 'is missing, and so are status and duration, which every writer puts last: the file was cut. Restore it, or add them if it is whole'
}

function toInteraction(fields: MapReader): Interaction {
  const line = fields.document.lineOf(fields.path)
  const recordedAt = toDate(fields)
  return {
    request: toRequest(fields.map('request')),
    response: toResponse(fields.map('response')),
    ...(line === undefined ? {} : { line }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
  }
}

/** `recorded_at: '2026-11-23T02:11:43.000Z'`, a key of this library that go-vcr ignores. */
function toDate(fields: MapReader): Date | undefined {
  const text = fields.text('recorded_at')
  if (!text) return undefined
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) {
    fields.fail('recorded_at', `is ${JSON.stringify(text)}, and must be a date such as 2026-11-23T02:11:43Z`)
  }
  return date
}

function toRequest(fields: MapReader): RecordedRequest {
  return {
    method: fields.requiredText('method').toUpperCase(),
    url: fields.requiredText('url'),
    headers: fields.headers('headers'),
    body: fields.bytes('body'),
  }
}

function toResponse(fields: MapReader): RecordedResponse {
  const body = fields.bytes('body')
  const duration = toDuration(fields)
  const chunks = toChunks(fields, body.length)
  return {
    ...toStatus(fields),
    headers: fields.headers('headers'),
    body,
    ...(duration === undefined ? {} : { duration }),
    ...(fields.value('uncompressed') === true ? { uncompressed: true } : {}),
    ...(chunks === undefined ? {} : { chunks }),
  }
}

function toStatus(fields: MapReader): { status: number; statusText: string } {
  const text = fields.value('status')
  const code = fields.integer('code')
  // Go reads a number into a text; hand-written files have one.
  const parsed = parseStatus(typeof text === 'number' ? String(text) : fields.text('status'), code)
  if (code === undefined && parsed.status === 0) {
    if (/^\d/.test(parsed.statusText))
      fields.fail('status', `is ${parsed.statusText}, and must begin with a code such as 200`)
    return { ...parsed, status: 200 }
  }
  if (!isFinalStatus(parsed.status)) {
    fields.fail('code', `is ${parsed.status}, and a response that can be replayed has a status from 200 to 599`)
  }
  return parsed
}

function toDuration(fields: MapReader): number | undefined {
  const text = fields.text('duration')
  if (!text) return undefined
  return (
    parseGoDuration(text) ??
    fields.fail('duration', `is ${JSON.stringify(text)}, and must be a Go duration such as 816.05ms or 1m2.3s`)
  )
}

function toChunks(fields: MapReader, bodyLength: number): RecordedChunk[] | undefined {
  const text = fields.text('chunks')
  if (!text) return undefined
  const chunks =
    parseChunks(text) ?? fields.fail('chunks', `is ${JSON.stringify(text)}, and must be a list such as 31@0 45@12.5`)
  return chunksFitBody(chunks, bodyLength) ? chunks : undefined
}
