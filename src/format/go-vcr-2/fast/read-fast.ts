import { indexOfSequence, isUtf8 } from '../../../bytes/byte-view.ts'
import type { Cassette, Interaction, RecordedRequest, RecordedResponse } from '../../../cassette.ts'
import { isWebSocketUrl } from '../../../http/web-socket-url.ts'
import { isSampleNumber } from '../values.ts'
import { bail, orFallBack } from './bail.ts'
import { LastPartCache } from './last-part-cache.ts'
import { Lines } from './lines.ts'
import { enterMap, readMap } from './map.ts'
import type { HeadersCache } from './message.ts'
import type { Mutable } from './mutable.ts'
import { readRequest } from './read-request.ts'
import { readResponse } from './read-response.ts'
import { readInteger, readText } from './scalar.ts'

/**
 * Reads a go-vcr version 2 cassette in the style of its writers. It reads the lines once, without building a tree, and bodies
 * are decoded on first access. It bails on the first line that is unknown or wrong: the YAML parser then decides.
 *
 * @param bytes the file; the caller must not use it afterwards, because bodies are decoded in place
 * @param file its name, for the cassette's `path`
 * @returns the cassette that the YAML parser would return; undefined if the YAML parser must read the file
 */
export function readGoVcr2Fast(bytes: Uint8Array<ArrayBuffer>, file: string): Cassette | undefined {
  return orFallBack(() => {
    const lines = new Lines(bytes)
    bailOnForeignBytes(lines)
    if (lines.line.length === 3 && lines.valueText === '---') lines.next()
    if (!hasKey(lines, 'version') || readInteger(lines) !== 2) bail()
    const interactions = readInteractions(lines)
    if (!lines.isEnd) bail()
    return { format: 'go-vcr-2', path: file, interactions }
  })
}

/** Bails on bytes that writers rarely write: an incomplete last line, other line breaks, NUL, other encodings. */
function bailOnForeignBytes({ bytes, view }: Lines): void {
  if (bytes.at(-1) !== LINE_BREAK || view.includes(CARRIAGE_RETURN) || view.includes(NUL) || !isUtf8(bytes)) bail()
  // U+2028 and U+2029: go-vcr indents after them, as after a line break.
  if (indexOfSequence(view, LINE_SEPARATOR) !== -1 || indexOfSequence(view, PARAGRAPH_SEPARATOR) !== -1) bail()
}

function readInteractions(lines: Lines): Interaction[] {
  const isEmpty = lines.valueText === '[]'
  if (!hasKey(lines, 'interactions') || (lines.value !== lines.end && !isEmpty)) bail()
  lines.next()
  if (isEmpty) return []
  const { indent } = lines
  if (!lines.isItem(indent)) bail()
  const interactions: Interaction[] = []
  const caches: HeadersCaches = { request: new LastPartCache(), response: new LastPartCache() }
  while (!lines.isEnd && lines.isItem(indent)) interactions.push(readInteraction(lines, caches))
  return interactions
}

function hasKey({ indent, line }: Lines, key: string): boolean {
  return indent === 0 && line.kind === 'other' && line.key === key
}

interface HeadersCaches {
  readonly request: HeadersCache
  readonly response: HeadersCache
}

function readInteraction(lines: Lines, caches: HeadersCaches): Interaction {
  const line = lines.number
  lines.consumeDash()
  let request: RecordedRequest | undefined
  let response: RecordedResponse | undefined
  let recordedAt: Date | undefined
  let recordedBy: string | undefined
  let sample: number | undefined
  readMap(lines, (key) => {
    switch (key) {
      case 'id':
        readInteger(lines)
        return
      case 'recorded_at':
        recordedAt = readDate(lines)
        return
      case 'recorded_by':
        recordedBy = readText(lines)
        return
      case 'sample':
        sample = readInteger(lines)
        if (!isSampleNumber(sample)) bail()
        return
      case 'request':
        enterMap(lines)
        request = readRequest(lines, caches.request)
        return
      case 'response':
        enterMap(lines)
        response = readResponse(lines, caches.response)
        return
      default:
        bail()
    }
  })
  if (!request || !response || (response.websocket && !isWebSocketUrl(request.url))) bail()
  const interaction: Mutable<Interaction> = { request, response, line }
  if (recordedAt) interaction.recordedAt = recordedAt
  if (recordedBy) interaction.recordedBy = recordedBy
  if (sample) interaction.sample = sample
  return interaction
}

function readDate(lines: Lines): Date {
  const date = new Date(readText(lines) || bail())
  return Number.isNaN(date.getTime()) ? bail() : date
}

const LINE_BREAK = 0x0a
const CARRIAGE_RETURN = 0x0d
const NUL = 0
const LINE_SEPARATOR = [0xe2, 0x80, 0xa8] as const
const PARAGRAPH_SEPARATOR = [0xe2, 0x80, 0xa9] as const
