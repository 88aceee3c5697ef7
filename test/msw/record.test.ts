import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import http, { type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import axios from 'axios'
import { type CassetteSession, type Interaction, openCassette, parseCassette } from 'msw-cassette'
import { describe, expect, test } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { waitUntil } from '../wait-until.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()

const record = (upstream: LocalServer) => startRecording(server, upstream)

const load = (file: string): readonly Interaction[] => parseCassette(readFileSync(file)).interactions
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Reads a stream: calls `onChunk` with each chunk, and resolves at the end of the stream. */
type Client = (url: string, session: CassetteSession, onChunk: (text: string) => void) => Promise<void>

async function readFetch(response: Response, onChunk: (text: string) => void): Promise<void> {
  for await (const chunk of response.body ?? []) onChunk(decode(chunk))
}

const clients: Record<string, Client> = {
  fetch: async (url, _session, onChunk) => readFetch(await fetch(url), onChunk),
  'session.fetch': async (url, session, onChunk) => readFetch(await session.fetch(url), onChunk),
  axios: async (url, _session, onChunk) => {
    const { data } = await axios.get(url, { responseType: 'stream', adapter: 'http' })
    for await (const chunk of data) onChunk(String(chunk))
  },
  'node:http': async (url, _session, onChunk) => {
    const [response] = await once(http.get(url), 'response')
    for await (const chunk of response) onChunk(String(chunk))
  },
}

describe.each(Object.entries(clients))('with %s', (_name, read) => {
  test('a recorded stream reaches the client without delay, and is replayed in the same pieces', async () => {
    let seen = 0
    await using upstream = await startServer(async (_request, response) => {
      response.setHeader('content-type', 'text/event-stream')
      for (let index = 0; index < 3; index++) {
        // The server sends each event only after the client has received the previous one.
        await waitUntil(() => seen === index)
        response.write(`data: ${index}\n\n`)
      }
      response.end()
    })
    const session = record(upstream)
    const live: string[] = []
    await read(`${upstream.origin}/stream`, session, (text) => {
      live.push(text)
      seen = live.length
    })
    await session.close()
    await upstream.close()
    expect(live).toEqual(['data: 0\n\n', 'data: 1\n\n', 'data: 2\n\n'])

    await using replayed = openCassette(session.file, { mode: 'replay' })
    server.use(...replayed.handlers)
    const again: string[] = []
    await read(`${upstream.origin}/stream`, replayed, (text) => again.push(text))
    expect(again).toEqual(live)
    replayed.verify()
  })
})

test('records the request, the response and its duration', async () => {
  await using upstream = await startServer((_request, response, body) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '2', 'set-cookie': 'a=b' })
    response.end(JSON.stringify({ got: JSON.parse(body) }))
  })
  const session = record(upstream)
  const url = `${upstream.origin}/v1?b=2`
  await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Trace': '1' }, body: '{"a":1}' })
  await session.close()
  const [interaction] = load(session.file)
  expect(interaction).toMatchObject({
    request: { method: 'POST', url, headers: expect.arrayContaining([['Content-Type', 'application/json']]) },
    response: {
      status: 429,
      statusText: 'Too Many Requests',
      headers: [
        ['Content-Type', 'application/json'],
        ['Retry-After', '2'],
      ],
      duration: expect.any(Number),
    },
    recordedAt: expect.any(Date),
  })
  expect(interaction?.request.headers.map(([name]) => name)).not.toContain('X-Trace')
  expect([interaction?.request.body, interaction?.response.body].map((body) => body && decode(body))).toEqual([
    '{"a":1}',
    '{"got":{"a":1}}',
  ])
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('a response with %s encoding is recorded uncompressed', async (encoding, compress) => {
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
    response.end(compress('{"text":"Olá"}'))
  })
  const session = record(upstream)
  expect(await (await fetch(upstream.origin)).json()).toEqual({ text: 'Olá' })
  await session.close()
  const [interaction] = load(session.file)
  expect(interaction?.response).toMatchObject({ uncompressed: true, headers: [['Content-Type', 'application/json']] })
  expect(interaction && decode(interaction.response.body)).toBe('{"text":"Olá"}')
  await using replayed = openCassette(session.file, { mode: 'replay' })
  expect(await (await replayed.fetch(upstream.origin)).json()).toEqual({ text: 'Olá' })
})

test('each hop of a redirect is recorded as a separate interaction', async () => {
  await using upstream = await startServer((request, response) => {
    if (request.url === '/new') response.end('arrived')
    else response.writeHead(307, { location: '/new' }).end()
  })
  const session = record(upstream)
  expect(await (await fetch(`${upstream.origin}/old`)).text()).toBe('arrived')
  await session.close()
  expect(load(session.file).map(({ request, response }) => [request.url, response.status])).toEqual([
    [`${upstream.origin}/old`, 307],
    [`${upstream.origin}/new`, 200],
  ])
  await using replayed = openCassette(session.file, { mode: 'replay' })
  server.use(...replayed.handlers)
  expect(await (await fetch(`${upstream.origin}/old`)).text()).toBe('arrived')
})

test('a response that the server cuts off is not saved, and the client gets the error', async () => {
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: 1\n\n', () => setImmediate(() => response.destroy()))
  })
  const session = record(upstream)
  for (const send of [fetch, session.fetch]) {
    const response = await send(upstream.origin)
    await expect(response.text()).rejects.toThrow('terminated')
  }
  await session.close()
  expect(session.recorded).toEqual([])
  expect(() => readFileSync(session.file)).toThrow('ENOENT')
})

test('if the server is down, the client gets the error of the network', async () => {
  const upstream = await startServer(() => {})
  await upstream.close()
  const session = record(upstream)
  for (const send of [fetch, session.fetch]) {
    const error: unknown = await send(upstream.origin).catch((reason: unknown) => reason)
    // With MSW 2, fetch rejects with this error. With MSW 3, it is the cause of a TypeError, as without MSW.
    expect(error instanceof TypeError ? error.cause : error).toMatchObject({ code: 'ECONNREFUSED' })
  }
  await session.close()
  expect(session.recorded).toEqual([])
})

test('a response that the client aborts in the middle is saved as far as it had arrived', async () => {
  const open: ServerResponse[] = []
  await using upstream = await startServer((_request, response) => {
    open.push(response)
    response.setHeader('content-type', 'text/event-stream')
    response.write('data: 1\n\n')
  })
  const session = record(upstream)
  for (const send of [fetch, session.fetch]) {
    const controller = new AbortController()
    const { body } = await send(upstream.origin, { signal: controller.signal })
    const reader = body?.getReader()
    await reader?.read()
    controller.abort()
    await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
  }
  await session.close()
  expect(session.recorded.map(({ response }) => [decode(response.body), response.openEnd])).toEqual(
    Array(2).fill(['data: 1\n\n', { after: expect.any(Number) }]),
  )
})

test('a stream that the client cancels, as SDKs do after the last event, is saved whole', async () => {
  await using upstream = await startServer((_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.write('data: [DONE]\n\n')
    setTimeout(() => response.end(': the end\n\n'), 20)
  })
  const session = record(upstream)
  const { body } = await session.fetch(upstream.origin)
  const reader = body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await session.close()
  expect(session.recorded.map(({ response }) => decode(response.body))).toEqual(['data: [DONE]\n\n: the end\n\n'])
})

test('concurrent requests are saved in the order in which they were sent', async () => {
  const waiting = new Map<string, ServerResponse>()
  await using upstream = await startServer((request, response) => {
    waiting.set(request.url ?? '', response)
    if (waiting.size < 3) return
    for (const path of ['/c', '/b', '/a']) waiting.get(path)?.end(path)
  })
  const session = record(upstream)
  await Promise.all(['/a', '/b', '/c'].map(async (path) => (await fetch(upstream.origin + path)).text()))
  await session.close()
  expect(load(session.file).map(({ response }) => decode(response.body))).toEqual(['/a', '/b', '/c'])
})

test('concurrent requests are saved in order even if reading a request body takes long', async () => {
  await using upstream = await startServer((_request, response, body) => void response.end(body.slice(-1)))
  const session = record(upstream)
  const bodies = [new Blob(['a'.repeat(100_000)]).stream(), new Blob(['b']), 'c', new TextEncoder().encode('d')]
  await Promise.all(
    bodies.map(async (body) => {
      const init = { method: 'POST', body, duplex: 'half' }
      const response = await session.fetch(upstream.origin, init)
      await response.text()
    }),
  )
  await session.close()
  expect(load(session.file).map(({ response }) => decode(response.body))).toEqual(['a', 'b', 'c', 'd'])
})

test('a recorded response counts as played from the moment its request is answered', async () => {
  let end = (): void => {}
  await using upstream = await startServer((_request, response) => {
    response.write('data: 1\n\n')
    end = () => response.end('data: [DONE]\n\n')
  })
  const session = startRecording(server, upstream)
  const response = await fetch(`${upstream.origin}/stream`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('data: 1\n\n')
  const recorded = session.recorded.map(({ response: { body } }) => new TextDecoder().decode(body))
  expect({ played: session.played.length, unplayed: session.unplayed, recorded }).toEqual({
    played: 1,
    unplayed: [],
    recorded: ['data: 1\n\n'],
  })
  end()
  while (!(await reader?.read())?.done);
  await session.close()
  session.verify()
  expect([session.played.length, session.recorded.length]).toEqual([1, 1])
})
