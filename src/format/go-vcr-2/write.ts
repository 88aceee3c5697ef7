import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { chunksFitBody, type Interaction, type RecordedRequest, type RecordedResponse } from '../../cassette.ts'
import { encodeUtf8Header } from '../document/header-text.ts'
import { writeGoDuration } from '../go-duration.ts'
import { roundTime } from '../round-time.ts'
import { groupByName, writeLists } from '../yaml-writer/yaml-lists.ts'
import { writeBytes, writeText } from '../yaml-writer/yaml-text.ts'
import { writeGoForm } from './go-form.ts'
import { writeWebSocket } from './write-websocket.ts'

/** Every cassette that has interactions begins with this. */
const HEAD = '---\nversion: 2\ninteractions:\n'

const PROTO = ['proto: HTTP/1.1', 'proto_major: 1', 'proto_minor: 1']

/**
 * Writes a whole cassette.
 *
 * @param interactions in file order
 * @returns the text of a go-vcr version 2 file
 */
export function writeGoVcr2(interactions: readonly Interaction[]): string {
  if (interactions.length === 0) return '---\nversion: 2\ninteractions: []\n'
  return HEAD + interactions.map((interaction, id) => writeInteraction(interaction, id)).join('')
}

/**
 * Writes one interaction as an item of `interactions`, in the style of charmbracelet's writer, with the keys of go-vcr in
 * go-vcr's order. go-vcr ignores the keys that this library adds: `recorded_at`, `recorded_by`, `sample`,
 * `chunks`, `open_end` and `websocket`.
 *
 * @param id the index in the cassette, counted from 0
 * @returns whole lines, without indentation
 */
export function writeInteraction(interaction: Interaction, id: number): string {
  const { request, response, recordedAt, recordedBy, sample } = interaction
  return [
    `- id: ${id}\n`,
    ...(recordedAt ? [`  recorded_at: '${recordedAt.toISOString()}'\n`] : []),
    ...(recordedBy ? [`  recorded_by: ${writeText(recordedBy, '  ')}\n`] : []),
    ...(sample ? [`  sample: ${sample}\n`] : []),
    '  request:\n',
    ...indent(toRequestLines(request)),
    '  response:\n',
    ...indent(toResponseLines(response)),
  ].join('')
}

function toRequestLines(request: RecordedRequest): string[] {
  const { method, url, headers, body } = request
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const text = decodeUtf8(body)
  return [
    ...PROTO,
    `content_length: ${body.length}`,
    `host: ${writeText(parsed?.host ?? '', INDENT)}`,
    ...(body.length > 0 ? [`body: ${writeBytes(body, text, INDENT)}`] : []),
    ...writeGoForm(request, INDENT),
    ...writeLists('headers', groupByName(headers), INDENT, writeHeader),
    `url: ${writeText(url, INDENT)}`,
    `method: ${writeText(method, INDENT)}`,
  ]
}

function toResponseLines({
  status,
  statusText,
  headers,
  body,
  duration,
  uncompressed,
  chunks: recordedChunks,
  openEnd,
  websocket,
}: RecordedResponse): string[] {
  // A reader refuses chunks that do not add up.
  const chunks = recordedChunks && chunksFitBody(recordedChunks, body.length) ? recordedChunks : undefined
  return [
    ...PROTO,
    `content_length: ${chunks || openEnd ? -1 : body.length}`,
    ...(uncompressed ? ['uncompressed: true'] : []),
    ...(chunks
      ? [`chunks: ${writeText(chunks.map(({ size, time }) => `${size}@${roundTime(time)}`).join(' '), INDENT)}`]
      : []),
    ...(openEnd ? [`open_end: ${writeGoDuration(roundTime(openEnd.after))}`] : []),
    `body: ${writeBytes(body, decodeUtf8(body), INDENT)}`,
    ...writeLists('headers', groupByName(headers), INDENT, writeHeader),
    // The status comes last: without it, a file is recognized as cut.
    ...(websocket ? writeWebSocket(websocket) : []),
    `status: ${writeText(`${status} ${statusText}`.trim(), INDENT)}`,
    `code: ${status}`,
    ...(duration === undefined ? [] : [`duration: ${writeGoDuration(duration)}`]),
  ]
}

/** go-vcr sends text as UTF-8. */
function writeHeader(value: string, indent: string): string {
  const { bytes, text } = encodeUtf8Header(value)
  return writeBytes(bytes, text, indent)
}

/** The spaces before the keys of a request and a response. */
const INDENT = '    '

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `${INDENT}${line}\n`)
}
