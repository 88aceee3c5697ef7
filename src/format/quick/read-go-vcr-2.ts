import type { Cassette, HeaderPair, Interaction, RecordedRequest, RecordedResponse } from '../../cassette.ts'
import { parseGoDuration } from '../go-duration.ts'
import { fitBody, isFinalStatus, parseChunks, parseStatus } from '../go-vcr-values.ts'
import { decline, Lines, unlessDeclined } from './lines.ts'
import { enterMap, type ReadValue, readList, readLists, readMap, skipScalar } from './map.ts'
import { readScalar, type Scalar, scalarLength, scalarText, takeBytes } from './scalar.ts'

/**
 * Reads a go-vcr version 2 cassette as its writers write it, without a tree: the lines are walked once, and a body is
 * decoded when it is asked for. At the first thing that is not known it declines, and the YAML parser is the judge.
 *
 * @param bytes the file, which belongs to the cassette from then on: bodies are decoded where they lie
 * @param file its name, for the cassette's `path`
 * @returns what the YAML parser would come to; undefined where this is for it to tell
 */
export function readGoVcr2(bytes: Uint8Array<ArrayBuffer>, file: string): Cassette | undefined {
  return unlessDeclined(() => {
    if (bytes.at(-1) !== LINE_BREAK || bytes.includes(CARRIAGE_RETURN) || bytes.includes(NUL)) decline()
    const lines = new Lines(bytes)
    if (lines.text(lines.start) === '---') lines.next()
    if (lines.text(lines.start) !== 'version: 2') decline()
    lines.next()
    const interactions = readInteractions(lines)
    if (!lines.isEnd) decline()
    requireUtf8(bytes)
    return { format: 'go-vcr-2', path: file, interactions }
  })
}

function readInteractions(lines: Lines): Interaction[] {
  const head = lines.text(lines.start)
  lines.next()
  if (head === 'interactions: []') return []
  const { indent } = lines
  if (head !== 'interactions:' || !lines.isItem(indent)) decline()
  const interactions: Interaction[] = []
  while (!lines.isEnd && lines.isItem(indent)) interactions.push(readInteraction(lines))
  return interactions
}

function readInteraction(lines: Lines): Interaction {
  const line = lines.number
  lines.takeDash()
  const { indent } = lines
  let request: RecordedRequest | undefined
  let response: RecordedResponse | undefined
  let recordedAt: Date | undefined
  readMap(lines, {
    id: (from) => void readInteger(lines, from),
    recorded_at: (from) => {
      recordedAt = new Date(readText(lines, from, indent) || decline())
      if (Number.isNaN(recordedAt.getTime())) decline()
    },
    request: (from) => {
      enterMap(lines, from, indent)
      request = readRequest(lines)
    },
    response: (from) => {
      enterMap(lines, from, indent)
      response = readResponse(lines)
    },
  })
  if (!request || !response) decline()
  return { request, response, line, ...(recordedAt ? { recordedAt } : {}) }
}

function readRequest(lines: Lines): RecordedRequest {
  const { bytes, indent } = lines
  let method = ''
  let url = ''
  let headers: HeaderPair[] = []
  let body: Scalar | undefined
  readMap(lines, {
    ...skipTransfer(lines),
    id: (from) => void readInteger(lines, from),
    host: (from) => skipScalar(lines, from, indent),
    remote_addr: (from) => skipScalar(lines, from, indent),
    request_uri: (from) => skipScalar(lines, from, indent),
    form: (from) => void readLists(lines, from, indent),
    method: (from) => {
      method = readText(lines, from, indent)
    },
    url: (from) => {
      url = readText(lines, from, indent)
    },
    headers: (from) => {
      headers = readHeaders(lines, from)
    },
    body: (from) => {
      body = readScalar(lines, from, indent)
    },
  })
  if (!method || !url) decline()
  return lazyBody({ method: method.toUpperCase(), url, headers }, bytes, body)
}

function readResponse(lines: Lines): RecordedResponse {
  const { bytes, indent } = lines
  let headers: HeaderPair[] = []
  let body: Scalar | undefined
  let status: string | undefined
  let code: number | undefined
  let duration: number | undefined
  let uncompressed = ''
  let chunks = ''
  readMap(lines, {
    ...skipTransfer(lines),
    headers: (from) => {
      headers = readHeaders(lines, from)
    },
    body: (from) => {
      body = readScalar(lines, from, indent)
    },
    status: (from) => {
      status = readText(lines, from, indent)
    },
    code: (from) => {
      code = readInteger(lines, from)
    },
    duration: (from) => {
      const text = readText(lines, from, indent)
      if (text) duration = parseGoDuration(text) ?? decline()
    },
    uncompressed: (from) => {
      uncompressed = lines.text(from)
      if (uncompressed !== 'true' && uncompressed !== 'false') decline()
      lines.next()
    },
    chunks: (from) => {
      chunks = readText(lines, from, indent)
    },
  })
  // What was cut between two lines lacks them.
  if (status === undefined && code === undefined) decline()
  const parsed = parseStatus(status, code)
  if (!isFinalStatus(parsed.status)) decline()
  const response = {
    ...parsed,
    headers,
    ...(duration === undefined ? {} : { duration }),
    ...(uncompressed === 'true' ? { uncompressed: true } : {}),
  }
  const pieces = chunks === '' ? undefined : (parseChunks(chunks) ?? decline())
  const fits = pieces && fitBody(pieces, body ? scalarLength(bytes, body) : 0)
  return lazyBody({ ...response, ...(fits ? { chunks: pieces } : {}) }, bytes, body)
}

/** Decodes a body when it is asked for, and keeps it. */
function lazyBody<T extends object>(
  rest: T,
  bytes: Uint8Array<ArrayBuffer>,
  scalar: Scalar | undefined,
): T & { readonly body: Uint8Array<ArrayBuffer> } {
  let body: Uint8Array<ArrayBuffer> | undefined
  return Object.defineProperty(rest, 'body', {
    enumerable: true,
    get: () => {
      body ??= scalar ? takeBytes(bytes, scalar) : new Uint8Array()
      return body
    },
  }) as T & { readonly body: Uint8Array<ArrayBuffer> }
}

function readHeaders(lines: Lines, from: number): HeaderPair[] {
  return readLists(lines, from, lines.indent).map(([name, value]) => {
    if (/[\r\n\0]/.test(value)) decline()
    return [name, value.trim()]
  })
}

/** What says how the exchange went over the wire. */
function skipTransfer(lines: Lines): Readonly<Record<string, ReadValue>> {
  const { indent } = lines
  const skipInteger: ReadValue = (from) => void readInteger(lines, from)
  return {
    proto: (from) => skipScalar(lines, from, indent),
    proto_major: skipInteger,
    proto_minor: skipInteger,
    content_length: skipInteger,
    transfer_encoding: (from) => void readList(lines, from, indent),
    trailer: (from) => void readLists(lines, from, indent),
  }
}

function readText(lines: Lines, from: number, indent: number): string {
  return scalarText(lines.bytes, readScalar(lines, from, indent))
}

function readInteger(lines: Lines, from: number): number {
  const text = lines.text(from)
  if (!/^(?:0|-?[1-9]\d{0,14})$/.test(text)) decline()
  lines.next()
  return Number(text)
}

/** In pieces, so that a large file is not a second time in memory. */
function requireUtf8(bytes: Uint8Array<ArrayBuffer>): void {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
    decoder.decode()
  } catch {
    decline()
  }
}

const PIECE = 64 * 1024
const LINE_BREAK = 0x0a
const CARRIAGE_RETURN = 0x0d
const NUL = 0
