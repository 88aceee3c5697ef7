import http from 'node:http'
import https from 'node:https'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import tls from 'node:tls'
// @ts-expect-error jsdom has no types.
import { JSDOM } from 'jsdom'
import { HttpResponse, http as mswHttp } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { startServer } from '../../test/start-server.ts'
import { provideMswSide } from '../msw/load-msw-side.ts'
import * as mswSide from '../msw/msw-side.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { createRunnerSession, type RunnerSession } from '../open/create-runner-session.ts'
import { activeInterceptors } from '../platform/active-interceptors.ts'
import { runInScope } from '../scope/active-sessions.ts'
import { interceptFetch } from './intercept-fetch.ts'

provideMswSide(mswSide)

const cleanups: (() => unknown)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

function start(intercept: 'auto' | 'fetch'): void {
  cleanups.push(interceptFetch({ policy: 'every-test', intercept }))
}

function open(url = CHAT): RunnerSession {
  const source = buildCassette({ url, response: 'recorded' })
  const options = { mode: 'replay', repeat: 'last', onUnplayed: 'ignore' } as const
  const session = createRunnerSession({ source, options, saving: 'deferred' })
  cleanups.push(() => session.end())
  return session
}

const isMswActive = (): boolean => activeInterceptors().major !== undefined

/** Resolves with the text of a response, or rejects. */
const get = (module: Pick<typeof http, 'get'>, url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    module.get(url, async (response) => resolve(Buffer.concat(await response.toArray()).toString())).on('error', reject)
  })

const reasonOf = (pending: Promise<unknown>): Promise<unknown> =>
  pending.then(
    () => 'not refused',
    ({ cause, message }: Error) => (cause instanceof Error ? cause.message : message),
  )

/** Waits until a socket fails. */
const failureOf = (socket: { on(event: string, listener: (value: Error) => void): unknown }): Promise<string> =>
  new Promise((resolve) => {
    socket.on('error', ({ message }) => resolve(message))
    socket.on('connect', () => resolve('connected'))
  })

test('`fetch` is answered without MSW, and another client starts it, also for `fetch`', async () => {
  start('auto')
  const session = open()
  await runInScope(session, async () => {
    await assertServerIntercepts()
    const first = await (await fetch(CHAT)).text()
    const before = isMswActive()
    const second = await get(https, CHAT)
    const third = await (await fetch(CHAT)).text()
    await assertServerIntercepts()
    expect([first, before, second, isMswActive(), third]).toEqual(['recorded', false, 'recorded', true, 'recorded'])
  })
  session.verify()
})

test('a `fetch` and a function of node:http that were stored before MSW started are answered by it', async () => {
  start('auto')
  const { fetch: storedFetch } = globalThis
  const { get: storedGet } = http
  const session = open('http://api.test/v1')
  await runInScope(session, async () => {
    await get(http, 'http://api.test/v1')
    const texts = [
      await (await storedFetch('http://api.test/v1')).text(),
      await get({ get: storedGet }, 'http://api.test/v1'),
    ]
    expect([isMswActive(), ...texts]).toEqual([true, 'recorded', 'recorded'])
  })
})

test('requests of node:http to this machine stay as they are, and do not start MSW', async () => {
  start('auto')
  await using local = await startServer((_request, response) => void response.end('real'))
  await runInScope(open(), async () => {
    expect([await get(http, local.origin), isMswActive()]).toEqual(['real', false])
    // A session answers telemetry on every machine.
    const options = { method: 'POST', host: '127.0.0.1', port: new URL(local.origin).port, path: '/v1/traces' }
    const response = await new Promise<http.IncomingMessage>((resolve) => http.request(options, resolve).end())
    expect([isMswActive(), await text(response)]).toEqual([true, '{}'])
  })
})

test.each<[string, (url: string) => unknown]>([
  ['a ClientRequest', (url) => new http.ClientRequest(url).on('error', () => {})],
  ['a global WebSocket', (url) => new WebSocket(url.replace('http', 'ws'))],
  ['the package ws', (url) => new WsClient(url.replace('http', 'ws')).on('error', () => {})],
])('%s starts MSW', (_client, use) => {
  start('auto')
  runInScope(open('http://api.test/'), () => use('http://api.test/'))
  expect(isMswActive()).toBe(true)
})

test('an XMLHttpRequest starts MSW, and is one of the class that MSW puts in its place', () => {
  const { window } = new JSDOM('', { url: 'http://localhost/' })
  for (const name of ['XMLHttpRequest', 'EventTarget', 'ProgressEvent', 'DOMParser']) vi.stubGlobal(name, window[name])
  cleanups.push(() => vi.unstubAllGlobals())
  start('auto')
  const { XMLHttpRequest: Stored } = globalThis
  expect([isMswActive(), Stored.DONE]).toEqual([false, 4])
  expect(new Stored()).toBeInstanceOf(window.XMLHttpRequest)
  expect(isMswActive()).toBe(true)
})

test('a server of the test answers alone, and a test with a cassette is refused', async () => {
  start('auto')
  const server = setupServer(mswHttp.get('https://own.test/', () => HttpResponse.text('own')))
  server.listen({ onUnhandledFrame: 'error' })
  cleanups.push(() => server.close())
  expect(await (await fetch('https://own.test/')).text()).toBe('own')
  expect(await get(https, 'https://own.test/')).toBe('own')
  await expect(assertServerIntercepts()).rejects.toThrow('Another MSW server was started')
  server.close()
  cleanups.pop()
  await assertServerIntercepts()
  expect(await runInScope(open(), async () => (await fetch(CHAT)).text())).toBe('recorded')
})

test('a spy on `fetch` stays when MSW starts, and calls it', async () => {
  start('auto')
  const spy = vi.spyOn(globalThis, 'fetch')
  cleanups.push(() => spy.mockRestore())
  const session = open()
  await runInScope(session, async () => {
    await get(https, CHAT)
    expect([await (await fetch(CHAT)).text(), spy.mock.calls.length, isMswActive()]).toEqual(['recorded', 1, true])
  })
})

test.each<[string, (url: string) => Promise<unknown>]>([
  ['node:http', (url) => get(http, url)],
  [
    'node:net',
    (url) => failureOf(connect(Number(new URL(url).port), '127.0.0.1')).then((m) => Promise.reject(new Error(m))),
  ],
])('with `fetch`, %s can’t reach a host of the cassette, and the error says what to do', async (_client, send) => {
  start('fetch')
  await using local = await startServer((_request, response) => void response.end('real'))
  const session = open(`${local.origin}/`)
  const reason = await runInScope(session, () => reasonOf(send(`${local.origin}/`)))
  expect(reason).toContain('msw-cassette does not intercept')
  expect({ requests: local.requests, msw: isMswActive() }).toEqual({ requests: 0, msw: false })
  expect(() => session.verify()).toThrow(expect.objectContaining({ code: 'cassette_escaped' }))
})

test.each<[string, () => Promise<unknown>]>([
  ['node:https', () => get(https, 'https://other.invalid/')],
  ['net.connect', () => failureOf(connect(80, 'other.invalid')).then((m) => Promise.reject(new Error(m)))],
  ['tls.connect', () => failureOf(tls.connect(443, 'other.invalid')).then((m) => Promise.reject(new Error(m)))],
])('with `fetch`, %s can’t reach another machine, with or without a cassette', async (_client, send) => {
  start('fetch')
  const message = 'msw-cassette refused a connection to http'
  expect(await reasonOf(send())).toContain(message)
  expect(await runInScope(open(), () => reasonOf(send()))).toContain(message)
})

test('a connection that is not for HTTP is left alone, and explains unplayed interactions', async () => {
  start('fetch')
  const session = open()
  const message = await runInScope(session, () => failureOf(connect(5432, 'database.invalid')))
  expect(message).toContain('ENOTFOUND')
  expect([...session.unobserved]).toEqual(['a connection to database.invalid:5432'])
})

test('everything is as before after the end', async () => {
  const before = [globalThis.fetch, http.request, http.get, https.request, http.ClientRequest, globalThis.WebSocket]
  for (const intercept of ['auto', 'fetch'] as const) {
    interceptFetch({ policy: 'every-test', intercept })()
    const stop = interceptFetch({ policy: 'every-test', intercept: 'auto' })
    runInScope(open('http://api.test/'), () =>
      new http.ClientRequest('http://api.test/').on('error', () => {}).destroy(),
    )
    stop()
  }
  expect([globalThis.fetch, http.request, http.get, https.request, http.ClientRequest, globalThis.WebSocket]).toEqual(
    before,
  )
})
