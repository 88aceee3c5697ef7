import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import http, { type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import axios from 'axios'
import { setupServer } from 'msw/node'
import {
  type CassetteOptions,
  type CassetteSession,
  type Interaction,
  listenOptions,
  openCassette,
  parseCassette,
} from 'msw-cassette'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { waitUntil } from '../wait-until.ts'
import { startRecording } from './start-recording.ts'

const server = setupServer()
beforeAll(() => server.listen(listenOptions))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const record = (upstream: LocalServer, options?: CassetteOptions) => startRecording(server, upstream, options)

const load = (file: string): readonly Interaction[] => parseCassette(readFileSync(file)).interactions
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A client of a stream: calls back with each chunk, and ends with the stream. */
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

describe.each(Object.entries(clients))('for %s', (_name, read) => {
  test('a stream arrives while it happens, and is replayed in the same pieces', async () => {
    let seen = 0
    await using upstream = await startServer(async (_request, response) => {
      response.setHeader('content-type', 'text/event-stream')
      for (let index = 0; index < 3; index++) {
        // Each event is sent only when the client has seen the one before.
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

test('keeps what was asked and answered, and how long it took', async () => {
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
])('what comes as %s is kept plain', async (encoding, compress) => {
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

test('each hop of a redirect is an interaction of its own', async () => {
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

test('a body that the server cuts is not saved, and the client gets the same error as without', async () => {
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: 1\n\n', () => setImmediate(() => response.destroy()))
  })
  const session = record(upstream)
  for (const ask of [fetch, session.fetch]) {
    const response = await ask(upstream.origin)
    await expect(response.text()).rejects.toThrow()
  }
  await session.close()
  expect(session.recorded).toEqual([])
  expect(() => readFileSync(session.file)).toThrow('ENOENT')
})

test('a server that is not there gives the network’s own error', async () => {
  const upstream = await startServer(() => {})
  await upstream.close()
  const session = record(upstream)
  for (const ask of [fetch, session.fetch]) {
    const error: unknown = await ask(upstream.origin).catch((reason: unknown) => reason)
    // MSW 2 gives a fetch the error itself, and MSW 3 makes it the cause of a TypeError, as fetch does.
    expect(error instanceof TypeError ? error.cause : error).toMatchObject({ code: 'ECONNREFUSED' })
  }
  await session.close()
  expect(session.recorded).toEqual([])
})

test('what the client leaves in the middle is not saved', async () => {
  const open: ServerResponse[] = []
  await using upstream = await startServer((_request, response) => {
    open.push(response)
    response.setHeader('content-type', 'text/event-stream')
    response.write('data: 1\n\n')
  })
  const session = record(upstream)
  for (const ask of [fetch, session.fetch]) {
    const leave = new AbortController()
    const { body } = await ask(upstream.origin, { signal: leave.signal })
    const reader = body?.getReader()
    await reader?.read()
    leave.abort()
    await expect(reader?.read()).rejects.toThrow()
  }
  await session.close()
  expect(session.recorded).toEqual([])
})

test('what the client leaves after the last event is saved: SDKs do so', async () => {
  await using upstream = await startServer((_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.write('data: 1\n\n')
    setTimeout(() => response.end('data: [DONE]\n\n'), 20)
  })
  const session = record(upstream)
  const { body } = await session.fetch(upstream.origin)
  const reader = body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await session.close()
  expect(session.recorded.map(({ response }) => decode(response.body))).toEqual(['data: 1\n\ndata: [DONE]\n\n'])
})

test('requests at the same time are kept in the order in which they were made', async () => {
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

test('so are those whose bodies take long to be read', async () => {
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

describe('hooks', () => {
  const startText = (): Promise<LocalServer> =>
    startServer((request, response) => void response.end(`from ${request.url}`))
  const withBody = (interaction: Interaction, text: string): Interaction => ({
    ...interaction,
    response: { ...interaction.response, body: new TextEncoder().encode(text) },
  })

  test('see, change and drop what is captured, saved and replayed', async () => {
    await using upstream = await startText()
    const seen: string[] = []
    const session = record(upstream, {
      hooks: {
        afterCapture: ({ interaction }) => {
          seen.push(`captured ${new URL(interaction.request.url).pathname}`)
          return interaction.request.url.endsWith('/captured') ? null : undefined
        },
        beforeSave: ({ interaction }) => {
          seen.push(`saved ${new URL(interaction.request.url).pathname}`)
          return interaction.request.url.endsWith('/saved') ? null : withBody(interaction, 'changed before the save')
        },
        onClose: ({ played, recorded }) => {
          seen.push(`closed: ${played.length} played, ${recorded.length} recorded`)
        },
      },
    })
    for (const path of ['/captured', '/saved', '/kept']) {
      expect(await (await fetch(upstream.origin + path)).text()).toBe(`from ${path}`)
    }
    await session.close()
    expect(seen).toEqual([
      'captured /captured',
      'captured /saved',
      'saved /saved',
      'captured /kept',
      'saved /kept',
      'closed: 0 played, 1 recorded',
    ])
    expect(load(session.file).map(({ response }) => decode(response.body))).toEqual(['changed before the save'])

    await using replayed = openCassette(session.file, {
      mode: 'replay',
      hooks: { beforeReplay: ({ interaction }) => withBody(interaction, 'changed before the replay') },
    })
    expect(await (await replayed.fetch(`${upstream.origin}/kept`)).text()).toBe('changed before the replay')
  })
})
