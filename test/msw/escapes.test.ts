import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type * as namespace from 'node:http'
import http2 from 'node:http2'
import { createRequire } from 'node:module'
import { openCassette, withCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { Agent, Client, request, fetch as undiciFetch } from 'undici'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { listenTo } from './listen-to.ts'

// Taken before a server listens, as a module does at import.
const capturedFetch = globalThis.fetch
const capturedGet = createRequire(import.meta.url)('node:http').get as typeof namespace.get

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Opens a cassette for a real server, which must not receive a request, and starts MSW. */
async function open(options: Parameters<typeof openCassette>[1] = { mode: 'replay' }) {
  const upstream = await startServer((_request, response) => void response.end('real'))
  const url = `${upstream.origin}/hi`
  const session = openCassette(buildCassette({ url, response: 'recorded' }), options)
  const close = listenTo(...session.handlers)
  cleanups.push(
    () => upstream.close(),
    close,
    () => session.close(),
  )
  return { upstream, url, session }
}

const getWith = (get: typeof namespace.get, url: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    get(url, (response) => response.resume().on('end', resolve)).on('error', reject)
  })

async function getWithClient(url: string): Promise<void> {
  const client = new Client(new URL(url).origin)
  const { body } = await client.request({ path: '/hi', method: 'GET' })
  await body.text()
}

async function getWithHttp2(url: string): Promise<void> {
  const session = http2.connect(new URL(url).origin)
  session.on('error', () => {})
  await once(session.request({ ':path': '/hi' }), 'response')
}

const clients: Record<string, (url: string) => Promise<unknown>> = {
  "undici's request": async (url) => (await request(url)).body.text(),
  "undici's fetch": async (url) => (await undiciFetch(url)).text(),
  "undici's Client": getWithClient,
  'undici with an agent of its own': async (url) => (await request(url, { dispatcher: new Agent() })).body.text(),
  'a captured fetch': async (url) => (await capturedFetch(url)).text(),
  'node:http2': getWithHttp2,
  'a captured http.get': (url) => getWith(capturedGet, url),
}

test.each(Object.keys(clients))(
  '%s can’t reach a host of the cassette, and verify() names a workaround',
  async (name) => {
    const { upstream, url, session } = await open()
    const outcome = await clients[name]?.(url).then(
      () => 'answered',
      () => 'refused',
    )
    expect({ outcome, requests: upstream.requests }).toEqual({ outcome: 'refused', requests: 0 })
    expect(() => session.verify()).toThrow(
      expect.objectContaining({ code: 'cassette_escaped', message: expect.stringContaining('docs/escapes.md') }),
    )
  },
)

test('a test that fails for another reason shows the request that escaped as its cause', async () => {
  const { url } = await open()
  const run = withCassette(buildCassette({ url }), async () => {
    await request(url).catch(() => {})
    throw new Error('expected 0 to be 1')
  })
  const error: unknown = await run().catch((error: unknown) => error)
  expect(error).toMatchObject({ message: 'expected 0 to be 1', cause: { code: 'cassette_escaped' } })
})

test('an SDK shows its own message for a request that escaped, and the error in its causes', async () => {
  const { url } = await open()
  const client = new OpenAI({ apiKey: 'none', baseURL: new URL(url).origin, fetch: capturedFetch, maxRetries: 0 })
  const error: unknown = await client.models.list().catch((error: unknown) => error)
  expect(error).toMatchObject({
    message: 'Connection error.',
    cause: { message: 'fetch failed', cause: { code: 'cassette_escaped' } },
  })
})

test('a session that ends without `verify` prints the request that escaped', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const { url, session } = await open()
  await request(url).catch(() => {})
  await session[Symbol.asyncDispose]()
  expect(print.mock.calls).toEqual([[expect.stringContaining('call session.verify()')]])
  print.mockRestore()
})

test.each(['once', 'new-episodes', 'record'] as const)(
  'in mode %s, a request that can’t be recorded fails its test',
  async (mode) => {
    const { upstream, url, session } = await open({ mode, onUnplayed: 'ignore' })
    await expect(request(url)).rejects.toThrow('globalThis.fetch')
    expect(upstream.requests).toBe(0)
    expect(() => session.verify()).toThrow(expect.objectContaining({ code: 'cassette_escaped' }))
  },
)

test('a request that an option lets pass is not refused', async () => {
  const { upstream, url, session } = await open({ mode: 'replay', passthrough: () => true, onUnplayed: 'ignore' })
  expect(await (await request(url)).body.text()).toBe('real')
  expect(await (await fetch(url)).text()).toBe('real')
  expect(upstream.requests).toBe(2)
  session.verify()
})

test('a request that a client sends through MSW, to any host, is not an escape', async () => {
  const { url, session } = await open()
  await using other = await startServer((_request, response) => void response.end('other'))
  expect(await (await request(other.origin)).body.text()).toBe('other')
  expect(await (await fetch(url)).text()).toBe('recorded')
  session.verify()
})

test('a recording is not an escape', async () => {
  await using upstream = await startServer((_request, response) => void response.end('real'))
  const session = openCassette(buildCassette(), { mode: 'new-episodes', hosts: [upstream.host] })
  const close = listenTo(...session.handlers)
  cleanups.push(close, () => session.close())
  const texts = await Promise.all(Array.from({ length: 10 }, async () => (await fetch(`${upstream.origin}/a`)).text()))
  expect(new Set(texts)).toEqual(new Set(['real']))
  expect(await (await session.fetch(`${upstream.origin}/b`)).text()).toBe('real')
  session.verify()
})

test('40 connections that fetch keeps open from before listen() carry no request to the server', async () => {
  let received = 0
  await using upstream = await startServer(async (_request, response) => {
    received++
    await new Promise((resolve) => setTimeout(resolve, 20))
    response.end('real')
  })
  const ask = (): Promise<string[]> =>
    Promise.all(Array.from({ length: 40 }, async () => (await fetch(`${upstream.origin}/hi`)).text()))
  await ask()
  received = 0
  const session = openCassette(buildCassette({ url: `${upstream.origin}/hi`, response: 'recorded' }), {
    mode: 'replay',
    repeat: 'last',
  })
  const close = listenTo(...session.handlers)
  cleanups.push(close)
  expect({ texts: new Set(await ask()), received }).toEqual({ texts: new Set(['recorded']), received: 0 })
})

test('the unplayed interactions of a test that started a child process are explained', async () => {
  const { session } = await open()
  await once(spawn(process.execPath, ['-v']), 'close')
  expect(() => session.verify()).toThrow(/never requested[\s\S]*a child process/)
})
