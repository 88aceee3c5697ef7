import { join } from 'node:path'
import { setupServer } from 'msw/node'
import { listenOptions, type Mode, openCassette } from 'msw-cassette'
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import { afterEach, expect, test, vi } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

const { fetch } = globalThis
afterEach(() => {
  globalThis.fetch = fetch
})

type Replace = (sessionFetch: typeof fetch) => void

const replacements: Record<string, Replace> = {
  'session.fetch': (sessionFetch) => {
    globalThis.fetch = sessionFetch
  },
  'a spy on session.fetch': (sessionFetch) => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(sessionFetch)
  },
  "a tracer's wrapper": () => {
    globalThis.fetch = function traced(...call) {
      return fetch(...call)
    }
  },
  'a stub': () => {
    globalThis.fetch = async () => new Response('invented')
  },
}

const startEcho = (): Promise<LocalServer> =>
  startServer(({ headers }, response) => void response.end(headers.accept ?? 'nothing'))

function record({ host }: LocalServer, mode: Mode = 'record', open = openCassette) {
  return open(join(makeTempFolder(), 'a.yaml'), { mode, hosts: [host] })
}

const modes: Mode[] = ['record', 'once', 'new-episodes', 'passthrough']

test.each(modes.flatMap((mode) => Object.keys(replacements).map((name) => [mode, name] as const)))(
  'in mode %s, a request reaches the server once and unchanged if the global fetch is %s',
  async (mode, name) => {
    await using upstream = await startEcho()
    await using session = record(upstream, mode)
    replacements[name]?.(session.fetch)
    const response = await session.fetch(upstream.origin)
    expect({ text: await response.text(), requests: upstream.requests }).toEqual({ text: '*/*', requests: 1 })
  },
)

test('while MSW listens, the code under test can record with session.fetch as the global fetch', async () => {
  await using upstream = await startEcho()
  await (await fetch(upstream.origin)).text()
  const server = setupServer()
  server.listen(listenOptions)
  await using session = record(upstream)
  globalThis.fetch = session.fetch
  // The first one could use the connection from before, and the second one could not.
  const texts = await Promise.all([0, 1].map(async () => (await globalThis.fetch(upstream.origin)).text()))
  server.close()
  expect({ texts, requests: upstream.requests }).toEqual({ texts: ['*/*', '*/*'], requests: 3 })
})

test('a recording leaves no connection behind that MSW would not intercept', async () => {
  await using upstream = await startEcho()
  await using session = record(upstream)
  await (await session.fetch(upstream.origin)).text()
  await session.close()
  const server = setupServer()
  server.listen(listenOptions)
  await expect(globalThis.fetch(upstream.origin)).rejects.toThrow()
  server.close()
  expect(upstream.requests).toBe(1)
})

test('a library that is imported after MSW listens sends nothing of its own to the server', async () => {
  await using upstream = await startEcho()
  await (await fetch(upstream.origin)).text()
  const texts: string[] = []
  const listening = setupServer()
  listening.listen(listenOptions)
  const slot = Symbol.for('msw-cassette/platform-fetch/1')
  const taken = Reflect.get(globalThis, slot)
  Reflect.deleteProperty(globalThis, slot)
  vi.resetModules()
  const late = await import('msw-cassette')
  Reflect.set(globalThis, slot, taken)
  const send = async (): Promise<void> => {
    await using session = record(upstream, 'record', late.openCassette)
    texts.push(await (await session.fetch(upstream.origin)).text())
  }
  await send()
  listening.close()
  await send()
  const other = setupServer()
  other.listen(listenOptions)
  await send()
  other.close()
  await send()
  expect({ texts, requests: upstream.requests }).toEqual({ texts: Array(4).fill('*/*'), requests: 5 })
})

test('a recording through MSW reaches the server once if the global fetch is wrapped', async () => {
  await using upstream = await startEcho()
  const server = setupServer()
  server.listen(listenOptions)
  const intercepted = globalThis.fetch
  let calls = 0
  globalThis.fetch = (...call) => {
    calls++
    return intercepted(...call)
  }
  await using session = record(upstream)
  server.use(...session.handlers)
  const text = await (await globalThis.fetch(upstream.origin, { headers: { accept: 'a/b' } })).text()
  globalThis.fetch = intercepted
  server.close()
  expect({ text, calls, requests: upstream.requests }).toEqual({ text: 'a/b', calls: 1, requests: 1 })
})

test.each(['the default dispatcher', 'a dispatcher of its own'])(
  'a recording does not use the idle connections of intercepted clients: a process with %s',
  async (kind) => {
    await using upstream = await startEcho()
    const before = getGlobalDispatcher()
    if (kind === 'a dispatcher of its own') setGlobalDispatcher(new Agent({ headersTimeout: 5000 }))
    const server = setupServer()
    server.listen(listenOptions)
    const counts: number[] = []
    for (let round = 0; round < 4; round++) {
      await using session = record(upstream)
      server.use(...session.handlers)
      for (const method of ['POST', 'DELETE']) await (await globalThis.fetch(upstream.origin, { method })).text()
      counts.push(session.recorded.length)
      server.resetHandlers()
    }
    server.close()
    setGlobalDispatcher(before)
    expect({ counts, requests: upstream.requests }).toEqual({ counts: [2, 2, 2, 2], requests: 8 })
  },
)
