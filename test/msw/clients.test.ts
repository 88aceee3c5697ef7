import http from 'node:http'
import axios from 'axios'
import { openCassette } from 'msw-cassette'
import { describe, expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../build-cassette.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

interface Seen {
  readonly status: number
  readonly type: string | null | undefined
  readonly custom: string | null | undefined
  readonly bytes: number[]
}

type Client = (method: string, url: string, fetch: typeof globalThis.fetch) => Promise<Seen>

const clients: Record<string, Client> = {
  fetch: (method, url) => readResponse(globalThis.fetch(url, { method })),
  'session.fetch': (method, url, fetch) => readResponse(fetch(url, { method })),
  axios: async (method, url) => {
    const { status, headers, data } = await axios.request({
      method,
      url,
      responseType: 'arraybuffer',
      validateStatus: null,
    })
    return { status, type: String(headers['content-type']), custom: String(headers['x-custom']), bytes: [...data] }
  },
  'node:http': (method, url) =>
    new Promise((resolve, reject) => {
      const request = http.request(url, { method }, async (response) => {
        const bytes = Buffer.concat(await response.toArray())
        const { 'content-type': type = null, 'x-custom': custom = null } = response.headers
        resolve({ status: response.statusCode ?? 0, type, custom: String(custom), bytes: [...bytes] })
      })
      request.on('error', reject).end()
    }),
}

async function readResponse(pending: Promise<Response>): Promise<Seen> {
  const response = await pending
  const bytes = [...new Uint8Array(await response.arrayBuffer())]
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    custom: response.headers.get('x-custom'),
    bytes,
  }
}

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)]
const binary = new Uint8Array([0, 255, 13, 10, 128, 10, 10, 65])
const message = [0, 0, 0, 17, 0, 0, 0, 0, 1, 2, 3, 4, 9, 5, 6, 7, 8]

const exchanges: Record<string, { exchange: Exchange; bytes: number[] }> = {
  JSON: { exchange: { type: 'application/json', response: '{"a": "Olá"}\n' }, bytes: bytesOf('{"a": "Olá"}\n') },
  'an error': { exchange: { status: 404, type: 'text/plain', response: 'no' }, bytes: bytesOf('no') },
  'events with CRLF and comments': {
    exchange: { type: 'text/event-stream', response: ': hi\r\n\r\ndata: Olá\r\n\r\n' },
    bytes: bytesOf(': hi\r\n\r\ndata: Olá\r\n\r\n'),
  },
  NDJSON: {
    exchange: { type: 'application/x-ndjson', response: '{"a":1}\n{"a":2}\n' },
    bytes: bytesOf('{"a":1}\n{"a":2}\n'),
  },
  'AWS messages': {
    exchange: { type: 'application/vnd.amazon.eventstream', response: new Uint8Array([...message, ...message]) },
    bytes: [...message, ...message],
  },
  'binary bytes': { exchange: { type: 'image/png', response: binary }, bytes: [...binary] },
  'an empty body': { exchange: { type: 'text/plain' }, bytes: [] },
  'a 204 without its body': { exchange: { status: 204, type: 'text/plain', response: 'ignored' }, bytes: [] },
  'a 205 without its body': { exchange: { status: 205, type: 'text/plain', response: 'ignored' }, bytes: [] },
  'a header value with control characters': {
    exchange: { type: 'text/plain', response: 'a', headers: [['X-Strange', 'a\u0001b\u007f']] },
    bytes: [97],
  },
  'the response to a HEAD request without its body': {
    exchange: { method: 'HEAD', type: 'text/plain', response: 'ignored' },
    bytes: [],
  },
}

describe.each(Object.entries(clients))('%s', (_client, send) => {
  test.each(Object.entries(exchanges))('gets %s byte for byte', async (_title, { exchange, bytes }) => {
    // These headers described the recorded transfer and would be wrong for the replayed one.
    const transferHeaders = [
      'Content-Encoding:gzip',
      'Content-Length:5',
      'Transfer-Encoding:chunked',
      'Connection:close',
    ]
    const headers = [
      ...['X-Custom:kept', ...transferHeaders].map((line) => line.split(':') as [string, string]),
      ...(exchange.headers ?? []),
    ]
    const cassette = buildCassette({ ...exchange, headers, url: 'http://api.test/v1' })
    await using session = openCassette(cassette, { mode: 'replay' })
    server.use(...session.handlers)
    const seen = await send(exchange.method ?? 'GET', 'http://api.test/v1', session.fetch)
    expect(seen).toEqual({ status: exchange.status ?? 200, type: exchange.type, custom: 'kept', bytes })
    session.verify()
  })
})

test('a content type that was not recorded is detected from the body', async () => {
  const bodies = [
    'data: x\n\n',
    ': hi\n\n',
    '{"a":1}',
    '{"a":1}\n{"a":2}\n',
    '<!doctype html>',
    'hello',
    new Uint8Array([0, 1]),
    '',
  ]
  const cassette = buildCassette(...bodies.map((response) => ({ response })))
  await using session = openCassette(cassette, { mode: 'replay' })
  const types: (string | null)[] = []
  for (const _ of bodies) types.push((await session.fetch('https://api.test/v1/chat')).headers.get('content-type'))
  expect(types).toEqual([
    'text/event-stream',
    'text/event-stream',
    'application/json',
    'application/x-ndjson',
    'text/html',
    'text/plain',
    'application/octet-stream',
    null,
  ])
})

test('a body with a content encoding is decompressed, and a gzip file stays compressed', async () => {
  const gzip = new Uint8Array(
    await new Response(new Blob(['Olá']).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  )
  const cassette = buildCassette(
    { response: gzip, type: 'text/plain', headers: [['Content-Encoding', 'gzip']] },
    { response: gzip, type: 'application/gzip' },
  )
  await using session = openCassette(cassette, { mode: 'replay' })
  server.use(...session.handlers)
  expect(await (await fetch('https://api.test/v1/chat')).text()).toBe('Olá')
  expect(new Uint8Array(await (await fetch('https://api.test/v1/chat')).arrayBuffer())).toEqual(gzip)
})
