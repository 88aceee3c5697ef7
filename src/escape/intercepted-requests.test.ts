import { once } from 'node:events'
import type * as namespace from 'node:http'
import http from 'node:http'
import { createRequire } from 'node:module'
import { HttpResponse, http as msw } from 'msw'
import { setupServer } from 'msw/node'
import { HttpResponse as HttpResponse2, http as msw2 } from 'msw2'
import { setupServer as setupServer2 } from 'msw2/node'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../../test/start-server.ts'
import type { SentRequest } from './escape-watch.ts'

// Taken before a server listens, as a module does at import.
const capturedGet = createRequire(import.meta.url)('node:http').get as typeof namespace.get

beforeEach(() => {
  vi.resetModules()
})

/** Collects the requests that the interceptors publish. */
async function attach(refusal?: Error) {
  const { attachToInterceptors, consumeSeen } = await import('./intercepted-requests.ts')
  const clients: SentRequest[] = []
  const sockets: [string, string, string | null | undefined][] = []
  return {
    clients,
    sockets,
    consumeSeen,
    attach: () =>
      attachToInterceptors(
        (request) => clients.push(request),
        ({ method, url, headers }) => {
          sockets.push([method, url, headers?.get('x-name')])
          return refusal
        },
      ),
  }
}

async function startUpstream() {
  const upstream = await startServer((_request, response) => void response.end('real'))
  onTestFinished(() => upstream.close())
  return upstream
}

async function getWith(get: typeof namespace.get, url: string): Promise<string> {
  const request = get(url, { headers: { 'x-name': 'a' } })
  const [response] = (await once(request, 'response')) as [namespace.IncomingMessage]
  let text = ''
  for await (const piece of response) text += piece
  return text
}

test('MSW 3 reports each request of a client, answered or not, once', async () => {
  const upstream = await startUpstream()
  const server = setupServer(msw.post('https://api.test/', () => HttpResponse.text('mocked')))
  const { clients, sockets, attach: attachNow } = await attach()
  attachNow()
  server.listen({ onUnhandledFrame: 'bypass' })
  onTestFinished(() => server.close())
  attachNow()
  attachNow()
  const texts = [
    await (await fetch('https://api.test/', { method: 'POST' })).text(),
    await (await fetch(`${upstream.origin}/a`)).text(),
    await getWith(http.get, `${upstream.origin}/b`),
  ]
  expect({ texts, clients, sockets }).toEqual({
    texts: ['mocked', 'real', 'real'],
    clients: [
      { method: 'POST', url: 'https://api.test/' },
      { method: 'GET', url: `${upstream.origin}/a` },
      { method: 'GET', url: `${upstream.origin}/b` },
    ],
    sockets: [],
  })
})

test('MSW 3 reports a request of which it only knows the socket with its headers, and it can be refused', async () => {
  const upstream = await startUpstream()
  const server = setupServer()
  server.listen({ onUnhandledFrame: 'bypass' })
  onTestFinished(() => server.close())
  const { clients, sockets, attach: attachNow } = await attach(new Error('refused'))
  attachNow()
  await expect(getWith(capturedGet, `${upstream.origin}/a`)).rejects.toThrow('refused')
  expect({ clients, sockets, requests: upstream.requests }).toEqual({
    clients: [],
    sockets: [['GET', `${upstream.origin}/a`, 'a']],
    requests: 0,
  })
})

test('a request that is not refused reaches the server', async () => {
  const upstream = await startUpstream()
  const server = setupServer()
  server.listen({ onUnhandledFrame: 'bypass' })
  onTestFinished(() => server.close())
  const { sockets, attach: attachNow } = await attach()
  attachNow()
  expect(await getWith(capturedGet, `${upstream.origin}/a`)).toBe('real')
  expect(sockets).toHaveLength(1)
})

test('requests are reported again after a server was closed and another one was started', async () => {
  const upstream = await startUpstream()
  const { clients, attach: attachNow } = await attach()
  for (const path of ['/a', '/b']) {
    const server = setupServer()
    server.listen({ onUnhandledFrame: 'bypass' })
    attachNow()
    await (await fetch(upstream.origin + path)).text()
    server.close()
    await (await fetch(`${upstream.origin}/between`)).text()
  }
  expect(clients.map(({ url }) => new URL(url).pathname)).toEqual(['/a', '/b'])
})

test('a request that MSW 2 lets pass is remembered once, unlike one that a handler answers', async () => {
  const upstream = await startUpstream()
  const server = setupServer2(msw2.get('https://api.test/', () => HttpResponse2.text('mocked')))
  server.listen({ onUnhandledRequest: 'bypass' })
  onTestFinished(() => server.close())
  const { clients, sockets, consumeSeen, attach: attachNow } = await attach()
  attachNow()
  attachNow()
  const url = `${upstream.origin}/a`
  await (await fetch(url)).text()
  await (await fetch('https://api.test/')).text()
  const consume = (method: string, each: string): boolean => consumeSeen({ method, url: each })
  expect({
    another: [consume('POST', url), consume('GET', `${url}?b`)],
    answered: consume('GET', 'https://api.test/'),
    passed: [consume('GET', url), consume('GET', url)],
    reported: [...clients, ...sockets],
  }).toEqual({ another: [false, false], answered: false, passed: [true, false], reported: [] })
})
