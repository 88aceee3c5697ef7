import { readFileSync } from 'node:fs'
import { parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { sniffContentType } from '../src/body/content-type.ts'
import { decompress } from '../src/body/decompress.ts'
import { findHeader, type Interaction } from '../src/cassette.ts'
import { CassetteError } from '../src/errors/errors.ts'
import { findFrameEnds, framingOf } from '../src/stream/frames.ts'
import { corpus, corpusFiles, type Digest, digest, type ExpectedInteraction, readableFolders } from './corpus.ts'

test.skipIf(corpus === 'absent').each(readableFolders)(
  'loads every file of %s as an independent reader does',
  async (folder) => {
    const files = corpusFiles(folder)
    for (const { name, file, expected } of files) {
      const { interactions } = parseCassette(readFileSync(file), { path: name })
      expect({ name, count: interactions.length }).toEqual({ name, count: expected?.length ?? expect.any(Number) })
      if (!expected) continue
      const found = await Promise.all(interactions.map((interaction, index) => summarize(interaction, expected[index])))
      // The independent reader passes over Tornado's lists of headers.
      const wanted = expected.map((one, index) => ({
        ...pick(one),
        contentType: one.contentType ?? found[index]?.contentType,
      }))
      expect({ name, interactions: found }).toEqual({ name, interactions: wanted })
    }
    expect(files.length).toBeGreaterThan(2)
  },
)

test.skipIf(corpus === 'absent')('refuses what is no recording of HTTP, and says what it is', () => {
  const files = corpusFiles('refuse')
  for (const { name, file } of files) {
    const error = catchError(() => parseCassette(readFileSync(file), { path: name }))
    expect(error).toBeInstanceOf(CassetteError)
    expect(error.message).toMatch(/it is (?:a log of a WebSocket|a log of gRPC|a scenario of Datadog's API tests)/)
  }
  expect(files.length).toBeGreaterThan(5)
})

test.skipIf(corpus === 'absent').each(readableFolders)(
  'what %s holds is the same after it was written as go-vcr 2',
  (folder) => {
    for (const { name, file } of corpusFiles(folder)) {
      const { interactions } = parseCassette(readFileSync(file), { path: name })
      // What has no response, as in a browser's archive, has no place in a go-vcr file.
      const kept = interactions.filter(({ response }) => response.status >= 200)
      const again = parseCassette(stringifyCassette({ interactions })).interactions
      expect({ name, interactions: again.map(toModel) }).toEqual({ name, interactions: kept.map(toModel) })
    }
  },
)

/** Headers of one name are written together: their order among others means nothing. */
function toModel({ request, response, recordedAt }: Interaction): unknown {
  const sort = (headers: Interaction['request']['headers']) =>
    headers.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    recordedAt,
    request: { ...request, headers: sort(request.headers) },
    response: { ...response, headers: sort(response.headers) },
  }
}

function catchError(action: () => unknown): Error {
  try {
    action()
  } catch (error) {
    if (error instanceof Error) return error
  }
  return new Error('it was not refused')
}

async function summarize(
  { request, response }: Interaction,
  expected: ExpectedInteraction | undefined,
): Promise<ExpectedInteraction> {
  const plain = await decompress(response)
  const contentType = findHeader(response.headers, 'content-type')
  return {
    method: request.method,
    url: request.url,
    status: response.status,
    requestContentType: findHeader(request.headers, 'content-type') ?? null,
    contentType: contentType ?? null,
    requestBody: await toDigest(request.body, request.body, expected?.requestBody),
    responseBody: await toDigest(response.body, plain, expected?.responseBody),
    ...(expected?.sse === undefined ? {} : toEvents(contentType ?? sniffContentType(plain) ?? '', plain)),
  }
}

/** Whether a body is cut into events, and what they are made of. */
function toEvents(contentType: string, body: Uint8Array<ArrayBuffer>): Partial<ExpectedInteraction> {
  if (body.length === 0 || framingOf(contentType, body) !== 'events') return { sse: false }
  const ends = findFrameEnds(body, 'events')
  const pieces = ends.map((end, index) => new TextDecoder().decode(body.subarray(ends[index - 1] ?? 0, end)))
  return {
    sse: true,
    sseDataLines: pieces.reduce((sum, piece) => sum + (piece.match(/^data:/gm)?.length ?? 0), 0),
    crlf: pieces.some((piece) => piece.includes('\r\n')),
  }
}

/** The independent reader keeps a parsed tree as one; what it is as JSON has to be JSON. */
async function toDigest(body: Uint8Array, plain: Uint8Array, expected: Digest | undefined): Promise<Digest> {
  if (expected?.tree) JSON.parse(new TextDecoder().decode(body))
  if (expected?.tree) return expected
  if (expected?.gunzippedBytes === undefined) return digest(body)
  const { bytes, sha256 } = digest(plain)
  return { ...digest(body), gunzippedBytes: bytes, gunzippedSha256: sha256 }
}

function pick({ requestContentType, ...rest }: ExpectedInteraction) {
  // Python's bytes: header values that the file has as !!binary.
  return { ...rest, requestContentType: requestContentType?.replace(/^b'(.*)'$/, '$1') ?? null }
}
