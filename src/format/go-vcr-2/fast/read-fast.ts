import { isUtf8 } from '../../../bytes/byte-view.ts'
import type { Cassette, Interaction, RecordedRequest, RecordedResponse } from '../../../cassette.ts'
import { bail, orFallBack } from './bail.ts'
import { LastPartCache } from './last-part-cache.ts'
import { Lines } from './lines.ts'
import { enterMap, readMap } from './map.ts'
import type { KnownHeaders } from './message.ts'
import { readRequest } from './read-request.ts'
import { readResponse } from './read-response.ts'
import { readInteger, readText } from './scalar.ts'

/**
 * Reads a go-vcr version 2 cassette as its writers write it, without a tree: the lines are walked once, and what they hold
 * is decoded when it is asked for. At the first thing that is not known it declines, and the YAML parser is the judge.
 *
 * @param bytes the file, which belongs to the cassette from then on: bodies are decoded where they lie
 * @param file its name, for the cassette's `path`
 * @returns what the YAML parser would come to; undefined where this is for it to tell
 */
export function readGoVcr2Fast(bytes: Uint8Array<ArrayBuffer>, file: string): Cassette | undefined {
  return orFallBack(() => {
    const lines = new Lines(bytes)
    refuseForeignBytes(lines)
    if (lines.line.length === 3 && lines.valueText === '---') lines.next()
    if (!hasKey(lines, 'version') || readInteger(lines) !== 2) bail()
    const interactions = readInteractions(lines)
    if (!lines.isEnd) bail()
    return { format: 'go-vcr-2', path: file, interactions }
  })
}

/** What no writer writes: a file that is cut, other line breaks, other characters. */
function refuseForeignBytes({ bytes, view }: Lines): void {
  if (bytes.at(-1) !== LINE_BREAK || view.includes(CARRIAGE_RETURN) || view.includes(NUL) || !isUtf8(bytes)) bail()
}

function readInteractions(lines: Lines): Interaction[] {
  const isEmpty = lines.valueText === '[]'
  if (!hasKey(lines, 'interactions') || (lines.value !== lines.end && !isEmpty)) bail()
  lines.next()
  if (isEmpty) return []
  const { indent } = lines
  if (!lines.isItem(indent)) bail()
  const interactions: Interaction[] = []
  const known: Known = { request: new LastPartCache(), response: new LastPartCache() }
  while (!lines.isEnd && lines.isItem(indent)) interactions.push(readInteraction(lines, known))
  return interactions
}

function hasKey({ indent, line }: Lines, key: string): boolean {
  return indent === 0 && line.kind === 'other' && line.key === key
}

/** What the interaction before said. */
interface Known {
  readonly request: KnownHeaders
  readonly response: KnownHeaders
}

function readInteraction(lines: Lines, known: Known): Interaction {
  const line = lines.number
  lines.consumeDash()
  let request: RecordedRequest | undefined
  let response: RecordedResponse | undefined
  let recordedAt: Date | undefined
  readMap(lines, (key) => {
    switch (key) {
      case 'id':
        readInteger(lines)
        return
      case 'recorded_at':
        recordedAt = readDate(lines)
        return
      case 'request':
        enterMap(lines)
        request = readRequest(lines, known.request)
        return
      case 'response':
        enterMap(lines)
        response = readResponse(lines, known.response)
        return
      default:
        bail()
    }
  })
  if (!request || !response) bail()
  return recordedAt ? { request, response, line, recordedAt } : { request, response, line }
}

function readDate(lines: Lines): Date {
  const date = new Date(readText(lines) || bail())
  return Number.isNaN(date.getTime()) ? bail() : date
}

const LINE_BREAK = 0x0a
const CARRIAGE_RETURN = 0x0d
const NUL = 0
