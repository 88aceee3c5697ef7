import type { HeaderPair, Interaction, RecordedResponse } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { MapReader } from '../document/map-reader.ts'
import type { Path } from '../document/path.ts'
import {
  readLenientHeaders,
  readLenientMethod,
  readLenientReason,
  readLenientStatus,
} from '../document/read-lenient.ts'
import type { SourceDocument } from '../document/source-document.ts'
import { type RubyVcrWriter, readRubyBody } from './read-body.ts'

/**
 * Reads a document of Ruby's VCR, of Betamax or of R's vcr. Placeholders in URLs, such as `<API_BASE>`, are kept.
 *
 * @throws CassetteParseError
 */
export function parseRubyVcr(document: SourceDocument): Interaction[] {
  const isVersion1 = Array.isArray(document.value)
  const root = new MapReader(document, isVersion1 ? { http_interactions: document.value } : document.value, [])
  const interactions = root.maps('http_interactions')
  if (!isVersion1) refuseCut(root, interactions.at(-1))
  return interactions.map((interaction, index) =>
    toInteraction(interaction, {
      path: isVersion1 ? [index] : interaction.path,
      writer: [root, interaction].some(isFromR) ? 'R' : 'other',
    }),
  )
}

/** `vcr/1.1.0, webmockr/0.8.2` at each interaction, or `VCR-vcr/2.0.0` at the end of the file. */
function isFromR(map: MapReader): boolean {
  const writer = map.value('recorded_with')
  return typeof writer === 'string' && /^(?:VCR-)?vcr\/\d/.test(writer)
}

/** A file that is cut inside its last body is still valid YAML. But VCR ends each interaction and each file with a key. */
function refuseCut(root: MapReader, last: MapReader | undefined): void {
  if (!last || last.has('recorded_at') || root.has('recorded_with')) return
  last.fail(
    'recorded_at',
    'is missing, and so is recorded_with: the file was cut. Restore it, or add one of them if it is whole',
  )
}

function toInteraction(interaction: MapReader, { path, writer }: { path: Path; writer: RubyVcrWriter }): Interaction {
  const line = interaction.document.lineOf(path)
  const request = interaction.map('request')
  const recordedAt = toDate(interaction.text('recorded_at') ?? '')
  return {
    request: {
      method: readLenientMethod(request),
      url: request.requiredText('uri'),
      headers: readLenientHeaders(request, 'headers'),
      body: readRubyBody(request, { side: 'request', writer }),
    },
    response: toResponse(interaction.map('response'), writer),
    ...(line === undefined ? {} : { line }),
    ...(Number.isNaN(recordedAt.getTime()) ? {} : { recordedAt }),
  }
}

/** Betamax and R write a date without a time zone, and mean UTC. */
function toDate(text: string): Date {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)$/.exec(text) ?? []
  return new Date(day === undefined ? text : `${day}T${time}Z`)
}

function toResponse(response: MapReader, writer: RubyVcrWriter): RecordedResponse {
  const body = readRubyBody(response, { side: 'response', writer })
  const headers = readLenientHeaders(response, 'headers')
  const status = isJsonObject(response.value('status')) ? response.map('status') : undefined
  if (status && status.value('status_code') === undefined) {
    return {
      status: readLenientStatus(status, 'code'),
      statusText: readLenientReason(status.written('message')),
      headers,
      body,
    }
  }
  return { ...toDialectStatus(response, status, headers), body }
}

/**
 * Betamax before 0.4 writes `status_code`. R's vcr 1 writes `status: {status_code, message}`, and version 2 writes
 * `status: 200`; both put the status line among the headers.
 */
function toDialectStatus(
  response: MapReader,
  status: MapReader | undefined,
  headers: readonly HeaderPair[],
): Omit<RecordedResponse, 'body'> {
  const line = headers.find(isStatusLine)?.[1]
  const reason = line?.replace(STATUS_LINE, '').trim() ?? ''
  const owner = status ?? response
  const key = owner.value('status_code') === undefined ? 'status' : 'status_code'
  return {
    status: readLenientStatus(owner, key),
    statusText: readLenientReason(status?.written('message')) || reason,
    headers: headers.filter((header) => !isStatusLine(header)),
  }
}

function isStatusLine([name, value]: HeaderPair): boolean {
  return name.toLowerCase() === 'status' && STATUS_LINE.test(value)
}

const STATUS_LINE = /^HTTP\/[\d.]+ +\d{3}\b/
