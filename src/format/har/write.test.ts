import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryInteraction } from '../../../test/arbitrary-interaction.ts'
import type { HeaderPair, Interaction } from '../../cassette.ts'
import { version } from '../../version.ts'
import { stringifyCassette } from '../stringify-cassette.ts'
import { toWireHeaders } from '../wire-headers.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const writeHar = (interactions: readonly Interaction[]): string =>
  stringifyCassette({ interactions }, { format: 'har' })

const request: Interaction['request'] = {
  method: 'POST',
  url: 'https://api.test/v1/chat?alt=sse',
  headers: [['Content-Type', 'application/json']],
  body: encode('{"n":1}'),
}

const response: Interaction['response'] = {
  status: 200,
  statusText: 'OK',
  headers: [['Content-Type', 'text/event-stream']],
  body: encode('data: Olá\n\n'),
  duration: 100,
  chunks: [{ size: 12, time: 40.5 }],
}

test('writes an archive with every field that HAR 1.2 requires', () => {
  const har = writeHar([{ recordedAt: new Date('2026-11-23T02:11:43.000Z'), request, response }])
  expect(har.endsWith('}\n')).toBe(true)
  expect(JSON.parse(har)).toEqual({
    log: {
      version: '1.2',
      creator: { name: 'msw-cassette', version },
      entries: [
        {
          startedDateTime: '2026-11-23T02:11:43.000Z',
          time: 140.5,
          request: {
            method: 'POST',
            url: 'https://api.test/v1/chat?alt=sse',
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: [{ name: 'Content-Type', value: 'application/json' }],
            queryString: [{ name: 'alt', value: 'sse' }],
            postData: { mimeType: 'application/json', params: [], text: '{"n":1}' },
            headersSize: -1,
            bodySize: 7,
          },
          response: {
            status: 200,
            statusText: 'OK',
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: [{ name: 'Content-Type', value: 'text/event-stream' }],
            content: { size: 12, mimeType: 'text/event-stream', text: 'data: Olá\n\n' },
            redirectURL: '',
            headersSize: -1,
            bodySize: 12,
          },
          cache: {},
          timings: { send: 0, wait: 100, receive: 40.5 },
        },
      ],
    },
  })
})

test('an empty cassette is an archive without entries', () => {
  expect(JSON.parse(writeHar([])).log.entries).toEqual([])
})

test('writes a compressed body as the JSON list of base64 chunks that Polly.JS reads', () => {
  const headers: HeaderPair[] = [['content-encoding', 'gzip']]
  const body = new Uint8Array(gzipSync('{"n":1}'))
  const { content, headers: kept } = onlyEntry(
    writeHar([{ request, response: { ...response, headers, body } }]),
  ).response
  expect(kept).toEqual([{ name: 'content-encoding', value: 'gzip' }])
  expect(content.encoding).toBe('base64')
  const [chunk = ''] = JSON.parse(content.text ?? '')
  expect(gunzipSync(Buffer.from(chunk, 'base64')).toString()).toBe('{"n":1}')
})

test('removes the content-encoding of a plain body', () => {
  const headers: HeaderPair[] = [['content-encoding', 'gzip']]
  const entry = onlyEntry(writeHar([{ request, response: { ...response, headers } }]))
  expect(entry.response).toMatchObject({ headers: [], content: { text: 'data: Olá\n\n' } })
})

interface Entry {
  readonly startedDateTime: string
  readonly request: { method: string; url: string; headers: Field[]; postData?: Text }
  readonly response: { status: number; statusText: string; headers: Field[]; content: Text }
  readonly timings: { wait: number }
}

interface Field {
  readonly name: string
  readonly value: string
}

interface Text {
  readonly text?: string
  readonly encoding?: string
}

function onlyEntry(har: string): Entry {
  const [entry] = JSON.parse(har).log.entries
  return entry
}

test('the archive contains the same exchange', () => {
  fc.assert(
    fc.property(arbitraryInteraction, (interaction) => {
      const { startedDateTime, ...entry } = onlyEntry(writeHar([interaction]))
      const { recordedAt = new Date(0), ...exchange } = interaction
      const { request, response } = exchange
      expect(startedDateTime).toBe(recordedAt.toISOString())
      expect({
        request: {
          method: entry.request.method,
          url: entry.request.url,
          headers: entry.request.headers.map(toPair),
          body: toBytes(entry.request.postData),
        },
        response: {
          status: entry.response.status,
          statusText: entry.response.statusText,
          headers: entry.response.headers.map(toPair),
          body: toBytes(entry.response.content),
          duration: entry.timings.wait,
        },
      }).toEqual({ request, response: { duration: 0, ...response, headers: toWireHeaders({ request, response }) } })
    }),
    { numRuns: 500 },
  )
})

function toPair({ name, value }: Field): [string, string] {
  return [name, value]
}

function toBytes({ text = '', encoding }: Text = {}): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8'))
}
