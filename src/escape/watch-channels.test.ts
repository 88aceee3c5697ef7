import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { channel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type * as namespace from 'node:http'
import http from 'node:http'
import http2 from 'node:http2'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { setupServer } from 'msw/node'
import { setupServer as setupServer2 } from 'msw2/node'
import { Agent, Client, request } from 'undici'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { type LocalServer, startServer } from '../../test/start-server.ts'
import { waitUntil } from '../../test/wait-until.ts'
import { runAsOwnRequest } from '../http/own-requests.ts'
import { createSession } from '../open/create-session.ts'
import { enterScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { Session } from '../session/session.ts'
import { listenToMsw, watchRequests } from './watch-channels.ts'

// Taken before a server listens, as a module does at import.
const capturedFetch = globalThis.fetch
const capturedGet = createRequire(import.meta.url)('node:http').get as typeof namespace.get

const setups = { 2: setupServer2, 3: setupServer } as const
type Major = keyof typeof setups

async function startUpstream(): Promise<LocalServer> {
  const upstream = await startServer((_request, response) => void response.end('real'))
  onTestFinished(() => upstream.close())
  return upstream
}

function openFor({ origin }: LocalServer, options: CassetteOptions = {}): Session {
  const source = buildCassette({ url: `${origin}/hi`, response: 'recorded' })
  const session = createSession({ source, options: { mode: 'replay', ...options }, saving: 'deferred' })
  onTestFinished(() => session.end())
  enterScope(session)
  return session
}

/** Starts a server without handlers, which lets everything pass that it receives. */
function listen(major: Major): void {
  const server = setups[major]()
  server.listen({ onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' } as object)
  listenToMsw()
  onTestFinished(() => server.close())
}

async function start(major: Major, options?: CassetteOptions) {
  const upstream = await startUpstream()
  const session = openFor(upstream, options)
  listen(major)
  return { upstream, session, url: `${upstream.origin}/hi` }
}

const getWith = (get: typeof namespace.get, url: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    get(url, (response) => response.resume().on('end', resolve)).on('error', reject)
  })

async function getWithHttp2(url: string): Promise<void> {
  const session = http2.connect(new URL(url).origin)
  onTestFinished(() => session.destroy())
  session.on('error', () => {})
  await once(session.request({ ':path': '/hi' }), 'response')
}

const clients: Record<string, (url: string) => Promise<unknown>> = {
  fetch: async (url) => (await fetch(url)).text(),
  'http.get': (url) => getWith(http.get, url),
  "undici's request": async (url) => (await request(url)).body.text(),
  "undici's Client": async (url) =>
    (await new Client(new URL(url).origin).request({ path: '/hi', method: 'GET' })).body.text(),
  'a captured fetch': async (url) => (await capturedFetch(url)).text(),
  'a captured http.get': (url) => getWith(capturedGet, url),
  'node:http2': getWithHttp2,
}

/** How a request ended: the error says whether it was refused. */
async function outcomeOf(send: Promise<unknown>): Promise<string> {
  return send.then(
    () => 'answered',
    () => 'refused',
  )
}

// MSW has received those that pass here: without a handler, it lets them pass on purpose.
test.each<[Major, string, string | undefined]>([
  [3, 'fetch', undefined],
  [3, 'http.get', undefined],
  [3, "undici's request", 'undici'],
  [3, "undici's Client", 'undici'],
  [3, 'a captured fetch', 'undici'],
  [3, 'a captured http.get', 'node:http'],
  [3, 'node:http2', 'node:http2'],
  [2, 'fetch', undefined],
  [2, 'http.get', undefined],
  [2, "undici's request", 'undici'],
  [2, "undici's Client", 'undici'],
  [2, 'a captured fetch', 'undici'],
  [2, 'a captured http.get', 'node:http'],
  [2, 'node:http2', 'node:http2'],
])('with MSW %i, whether %s is refused as a request of a client is %s', async (major, name, client) => {
  const { upstream, session, url } = await start(major)
  const outcome = await outcomeOf(clients[name]?.(url) ?? Promise.reject(new Error('no such client')))
  expect({ outcome, requests: upstream.requests, escapes: session.escapes.map((error) => error.client) }).toEqual(
    client === undefined
      ? { outcome: 'answered', requests: 1, escapes: [] }
      : { outcome: 'refused', requests: 0, escapes: [client] },
  )
})

test.each([2, 3] as const)('with MSW %i, requests to other hosts pass, from each client', async (major) => {
  const { session } = await start(major)
  const other = await startUpstream()
  const names = Object.keys(clients).filter((name) => name !== 'node:http2')
  for (const name of names) await clients[name]?.(`${other.origin}/hi`)
  expect({ requests: other.requests, escapes: session.escapes }).toEqual({ requests: names.length, escapes: [] })
})

test.each([2, 3] as const)('with MSW %i, requests of this library pass', async (major) => {
  const { upstream, session, url } = await start(major)
  await runAsOwnRequest(async () => (await capturedFetch(url)).text())
  expect({ requests: upstream.requests, escapes: session.escapes }).toEqual({ requests: 1, escapes: [] })
})

test.each([2, 3] as const)(
  'with MSW %i, one of many simultaneous requests that bypass it is reported',
  async (major) => {
    const { upstream, session, url } = await start(major)
    const outcomes = await Promise.all([
      ...Array.from({ length: 5 }, () => outcomeOf(fetch(url).then((response) => response.text()))),
      outcomeOf(request(url)),
      ...Array.from({ length: 5 }, () => outcomeOf(fetch(url).then((response) => response.text()))),
    ])
    expect({
      refused: outcomes.indexOf('refused'),
      requests: upstream.requests,
      count: session.escapes.length,
    }).toEqual({
      refused: 5,
      requests: 10,
      count: 1,
    })
  },
)

test('a client whose connection is older than the server is refused, and the reason is named', async () => {
  const upstream = await startUpstream()
  const dispatcher = new Agent({ connections: 1 })
  const send = async (): Promise<string> => (await request(`${upstream.origin}/hi`, { dispatcher })).body.text()
  await send()
  const session = openFor(upstream)
  listen(3)
  await expect(send()).rejects.toThrow('Its connection is older than the MSW server')
  expect({ requests: upstream.requests, escapes: session.escapes.map(({ client }) => client) }).toEqual({
    requests: 1,
    escapes: ['a kept-alive connection'],
  })
})

test('an HTTP/2 request without a path is one to the root of its host', async () => {
  const { session, upstream } = await start(3)
  const connection = http2.connect(upstream.origin)
  onTestFinished(() => connection.destroy())
  connection.on('error', () => {})
  const stream = connection.request({ ':method': 'POST' })
  const [error] = await once(stream, 'error')
  expect(error).toBe(session.escapes[0])
  expect(error.message).toContain(`POST ${upstream.origin}/, `)
  await waitUntil(() => connection.destroyed)
})

test('a request that an option lets pass is not refused, whichever client sends it', async () => {
  const { upstream, session, url } = await start(3, { passthrough: () => true })
  for (const name of ["undici's request", 'a captured http.get']) await clients[name]?.(url)
  expect({ requests: upstream.requests, escapes: session.escapes }).toEqual({ requests: 2, escapes: [] })
})

test('a failed connection of a client is no escape', async () => {
  const upstream = await startUpstream()
  const session = openFor(upstream)
  await upstream.close()
  listen(3)
  const failure: unknown = await fetch(`${upstream.origin}/hi`).catch(({ cause }: Error) => cause)
  expect({ failure, escapes: session.escapes }).toMatchObject({ failure: { code: 'ECONNREFUSED' }, escapes: [] })
})

test('the sessions of a test know that it has started processes and threads, or opened a UDP socket', async () => {
  const session = openFor(await startUpstream())
  const child = spawn(process.execPath, ['-v'])
  const worker = new Worker('', { eval: true })
  createSocket('udp4').close()
  await Promise.all([once(child, 'close'), once(worker, 'exit')])
  expect([...session.unobserved].sort()).toEqual(['a UDP socket', 'a child process', 'a worker thread'])
})

test('nothing is watched after the last session was closed, and a session that is closed already is not watched', async () => {
  const names = ['undici:request:create', 'undici:client:sendHeaders', 'http.client.request.start', 'child_process']
  const watched = (): boolean[] => names.map((name) => channel(name).hasSubscribers)
  const before = watched()
  const upstream = await startUpstream()
  const [first, second] = [openFor(upstream), openFor(upstream)]
  first.end()
  expect(watched()).toEqual([true, true, true, true])
  second.end()
  expect(watched()).toEqual(before)
  watchRequests(second)
  expect(watched()).toEqual(before)
})

test('a session that is opened after others were closed is watched again', async () => {
  const upstream = await startUpstream()
  openFor(upstream).end()
  const session = openFor(upstream)
  listen(3)
  expect(await outcomeOf(request(`${upstream.origin}/hi`))).toBe('refused')
  expect(session.escapes).toHaveLength(1)
})
