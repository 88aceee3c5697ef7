import { readFileSync } from 'node:fs'
import { parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { sniffContentType } from '../src/body/content-type.ts'
import { decompress } from '../src/body/decompress.ts'
import { findHeader, type Interaction } from '../src/cassette.ts'
import { CassetteError } from '../src/errors/errors.ts'
import { findFrameEnds, framingOf } from '../src/stream/frames.ts'
import { corpus, corpusFiles, type Digest, digest, type ExpectedInteraction, readableFolders } from './corpus.ts'
import { sortHeaders } from './sort-headers.ts'

test.skipIf(corpus === 'absent').each(readableFolders)(
  'every file of %s is read as an independent reader reads it',
  async (folder) => {
    const files = corpusFiles(folder)
    let compared = 0
    for (const { name, file, expected } of files) {
      const { interactions } = parseCassette(readFileSync(file), { path: name })
      expect({ name, count: interactions.length }).toEqual({ name, count: expected?.length ?? expect.any(Number) })
      if (!expected) continue
      compared++
      const found = await Promise.all(interactions.map((interaction, index) => summarize(interaction, expected[index])))
      // The independent reader ignores Tornado's lists of headers.
      const wanted = expected.map((one, index) => ({
        ...pick(one),
        contentType: one.contentType ?? found[index]?.contentType,
      }))
      expect({ name, interactions: found }).toEqual({ name, interactions: wanted })
    }
    expect(files.length).toBeGreaterThan(2)
    // The independent reader can't read undici's snapshots.
    expect(compared).toBe(folder === 'undici' ? 0 : files.length)
  },
)

test.skipIf(corpus === 'absent')(
  'a file that is not a recording of HTTP is refused, and the message says what it is',
  () => {
    const files = corpusFiles('refuse')
    for (const { name, file } of files) {
      const error = catchError(() => parseCassette(readFileSync(file), { path: name }))
      expect(error).toBeInstanceOf(CassetteError)
      expect(error.message).toMatch(/it is (?:a log of a WebSocket|a log of gRPC|a scenario of Datadog's API tests)/)
    }
    expect(files.length).toBeGreaterThan(5)
  },
)

test.skipIf(corpus === 'absent').each(readableFolders)(
  'writing a cassette of %s as go-vcr 2 and reading it again loses nothing',
  (folder) => {
    const files = corpusFiles(folder)
    expect(files.length).toBeGreaterThan(2)
    for (const { name, file } of files) {
      const { interactions } = parseCassette(readFileSync(file), { path: name })
      // A browser's archive can have entries without a response. A go-vcr file can't hold them.
      const kept = interactions.filter(({ response }) => response.status >= 200)
      const again = parseCassette(stringifyCassette({ interactions })).interactions
      expect({ name, interactions: again.map(toModel) }).toEqual({ name, interactions: kept.map(toModel) })
    }
  },
)

/** Sorts the headers: the writer puts headers with one name together, and their order among others has no meaning. */
function toModel({ request, response, recordedAt }: Interaction): unknown {
  return {
    recordedAt,
    request: { ...request, headers: sortHeaders(request.headers) },
    response: { ...response, headers: sortHeaders(response.headers) },
  }
}

function catchError(action: () => unknown): Error {
  try {
    action()
  } catch (error) {
    if (error instanceof Error) return error
  }
  return new Error('nothing was thrown')
}

async function summarize(
  interaction: Interaction,
  expected: ExpectedInteraction | undefined,
): Promise<ExpectedInteraction> {
  const { request, response } = interaction
  const plain = await decompress(interaction)
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

/** Whether a body is framed as events, and how many data lines they have. */
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

/** The independent reader keeps a body that is a parsed tree as a tree. This library converts it to JSON. */
async function toDigest(body: Uint8Array, plain: Uint8Array, expected: Digest | undefined): Promise<Digest> {
  if (expected?.tree) JSON.parse(new TextDecoder().decode(body))
  if (expected?.tree) return expected
  if (expected?.gunzippedBytes === undefined) return digest(body)
  const { bytes, sha256 } = digest(plain)
  return { ...digest(body), gunzippedBytes: bytes, gunzippedSha256: sha256 }
}

function pick({ requestContentType, ...rest }: ExpectedInteraction) {
  // The independent reader is written in Python. It shows header values that the file has as !!binary as b'…'.
  return { ...rest, requestContentType: requestContentType?.replace(/^b'(.*)'$/, '$1') ?? null }
}
