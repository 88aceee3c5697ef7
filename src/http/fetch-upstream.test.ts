import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { expect, onTestFinished, test } from 'vitest'
import { selfSigned } from '../../test/self-signed.ts'
import { type LocalServer, startServer } from '../../test/start-server.ts'
import { fetchUpstream } from './fetch-upstream.ts'
import type { IncomingRequest } from './incoming-request.ts'

const { signal } = new AbortController()

const toRequest = (url: string, more: Partial<IncomingRequest> = {}): IncomingRequest => ({
  method: 'GET',
  url,
  headers: new Headers(),
  body: new Uint8Array(),
  signal,
  ...more,
})

/** A server that answers with the request that it received. */
async function startEcho(): Promise<LocalServer> {
  const server = await startServer(({ method, url, headers }, response, body) => {
    const { host: _, ...sent } = headers
    response.end(JSON.stringify({ method, url, headers: sent, body }))
  })
  onTestFinished(() => server.close())
  return server
}

const echo = async (request: IncomingRequest): Promise<Record<string, unknown>> =>
  JSON.parse(await (await fetchUpstream(request, signal)).text())

test('a request is sent with its headers and its length, without those of the connection of its client', async () => {
  const { origin } = await startEcho()
  const headers = new Headers({
    accept: 'text/event-stream',
    'accept-encoding': 'br;q=0.1',
    authorization: 'Bearer x',
    connection: 'keep-alive, upgrade',
    'content-length': '999',
    'content-type': 'application/json',
    expect: '100-continue',
    host: 'api.example.com',
    'keep-alive': 'timeout=5',
    te: 'trailers',
    trailer: 'x-checksum',
    'transfer-encoding': 'chunked',
    upgrade: 'h2c',
    'user-agent': 'client/1',
    'x-api-version': '1',
  })
  const body = new TextEncoder().encode('{"q":"ü"}')
  expect(await echo(toRequest(`${origin}/a?b=c`, { method: 'POST', headers, body }))).toEqual({
    method: 'POST',
    url: '/a?b=c',
    body: '{"q":"ü"}',
    headers: {
      accept: 'text/event-stream',
      'accept-encoding': expect.stringContaining('gzip'),
      'accept-language': '*',
      authorization: 'Bearer x',
      connection: 'close',
      'content-length': '10',
      'content-type': 'application/json',
      'sec-fetch-mode': 'cors',
      'user-agent': 'client/1',
      'x-api-version': '1',
    },
  })
})

test.each(['GET', 'HEAD', 'DELETE', 'POST'])(
  'a %s without a body is sent without one, and accepts everything',
  async (method) => {
    const { origin } = await startEcho()
    const response = await fetchUpstream(toRequest(`${origin}/`, { method }), signal)
    const text = await response.text()
    if (method === 'HEAD') expect(text).toBe('')
    else expect(JSON.parse(text)).toMatchObject({ method, body: '', headers: { accept: '*/*' } })
    expect(response.status).toBe(200)
  },
)

test('the body of a GET, which fetch refuses, does not prevent the request', async () => {
  const { origin } = await startEcho()
  expect(await echo(toRequest(`${origin}/`, { body: new Uint8Array([65]) }))).toMatchObject({ method: 'GET', body: '' })
})

test('a redirect is returned and not followed', async () => {
  await using server = await startServer((_request, response) => {
    response.writeHead(307, { location: '/next' }).end()
  })
  const { status, headers } = await fetchUpstream(toRequest(server.origin), signal)
  expect({ status, location: headers.get('location'), requests: server.requests }).toEqual({
    status: 307,
    location: '/next',
    requests: 1,
  })
})

test('each exchange has a connection of its own, which ends with it', async () => {
  const sockets: IncomingMessage['socket'][] = []
  await using server = await startServer(({ socket }, response) => {
    sockets.push(socket)
    response.end('a')
  })
  for (const _ of [1, 2]) await (await fetchUpstream(toRequest(server.origin), signal)).text()
  await Promise.all(sockets.map((socket) => socket.closed || once(socket, 'close')))
  expect(new Set(sockets).size).toBe(2)
})

test('the signal ends an exchange that waits for its answer, and one whose body is arriving', async () => {
  await using server = await startServer(({ url }, response) => {
    if (url === '/stream') response.write('data: 1\n\n')
  })
  for (const path of ['/', '/stream']) {
    const controller = new AbortController()
    const sent = fetchUpstream(toRequest(server.origin + path), controller.signal).then((response) => response.text())
    const ended = expect(sent).rejects.toThrow('left')
    while (server.requests === 0) await new Promise((resolve) => setImmediate(resolve))
    controller.abort(new Error('left'))
    await ended
  }
})

test("the caller's own dispatcher sends the request, and stays open", async () => {
  const { origin } = await startEcho()
  const dispatcher = new Agent()
  let dispatched = 0
  const counting = dispatcher.compose((dispatch) => (options, handler) => {
    dispatched++
    return dispatch(options, handler)
  })
  for (const _ of [1, 2]) await echo(toRequest(origin, { init: { dispatcher: counting } }))
  expect({ dispatched, closed: dispatcher.closed }).toEqual({ dispatched: 2, closed: false })
})

async function startTlsServer(): Promise<string> {
  const server = https.createServer(selfSigned, (_request, response) => void response.end('secure'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test("the authority of the client's agent is used", async () => {
  const url = await startTlsServer()
  const agent = new https.Agent({ ca: selfSigned.cert })
  expect(await (await fetchUpstream(toRequest(url, { init: { agent } }), signal)).text()).toBe('secure')
})

test('an agent that fetch can not use is refused before anything is sent', async () => {
  const { origin, ...server } = await startEcho()
  const agent = { connect() {} }
  await expect(fetchUpstream(toRequest(origin, { init: { agent } }), signal)).rejects.toThrow(
    expect.objectContaining({ code: 'cassette_option', option: 'agent' }),
  )
  expect(server.requests).toBe(0)
})

test('a certificate that is not trusted is explained with what to do', async () => {
  const failure: unknown = await fetchUpstream(toRequest(await startTlsServer()), signal).catch(
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({
    message: 'fetch failed',
    cause: {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      message: expect.stringMatching(
        /^self-signed certificate.*\. The request is sent with .*NODE_EXTRA_CA_CERTS.*setGlobalDispatcher/,
      ),
    },
  })
})

test('another failure of the network is the error of fetch, unchanged', async () => {
  const server = http.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const failure: unknown = await fetchUpstream(toRequest(`http://127.0.0.1:${port}/`), signal).catch(
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({
    message: 'fetch failed',
    cause: { code: 'ECONNREFUSED', message: `connect ECONNREFUSED 127.0.0.1:${port}` },
  })
})
