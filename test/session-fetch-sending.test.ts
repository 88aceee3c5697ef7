import { Agent, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { type CassetteOptions, type CassetteSession, openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { selfSigned } from './self-signed.ts'
import { startServer } from './start-server.ts'
import { makeTempFolder } from './temp-folder.ts'

const file = (): string => join(makeTempFolder(), 'a.yaml')

/** Records with a function, replays, and returns the result of both. */
async function recordAndReplay<T>(host: string, send: (session: CassetteSession) => Promise<T>): Promise<T[]> {
  const path = file()
  const results: T[] = []
  for (const mode of ['record', 'replay'] as const) {
    await using session = openCassette(path, { mode, hosts: [host] })
    results.push(await send(session))
    await session.close()
    session.verify()
  }
  return results
}

const blob = URL.createObjectURL(new Blob(['kept'], { type: 'text/x' }))

test.each([
  'data:text/x,kept',
  new URL('data:text/x;base64,a2VwdA=='),
  blob,
  new URL(blob),
  new Request('data:text/x,kept'),
])('session.fetch leaves %s to the platform', async (input) => {
  for (const mode of ['record', 'replay', 'passthrough'] as const) {
    await using session = openCassette(parseCassette('---\nversion: 2\ninteractions: []\n'), { mode })
    const response = await session.fetch(input)
    const { recorded, mismatches } = session
    expect({ type: response.headers.get('content-type'), text: await response.text(), recorded, mismatches }).toEqual({
      type: 'text/x',
      text: 'kept',
      recorded: [],
      mismatches: [],
    })
  }
})

test.each([
  { method: 'GET', status: 200 },
  { method: 'POST', status: 201 },
  { method: 'POST', status: 500 },
  { method: 'HEAD', status: 200 },
  { method: 'GET', status: 204 },
  { method: 'GET', status: 205 },
  { method: 'GET', status: 304 },
])('an empty $status to a $method has a body if that of fetch has one', async ({ method, status }) => {
  await using upstream = await startServer((_request, response) => void response.writeHead(status).end())
  const bodyOf = async (send: typeof fetch) => {
    const response = await send(upstream.origin, { method })
    return { kind: response.body?.constructor.name, length: (await response.arrayBuffer()).byteLength }
  }
  const expected = await bodyOf(fetch)
  expect(await recordAndReplay(upstream.host, ({ fetch }) => bodyOf(fetch))).toEqual([expected, expected])
})

const phrases = {
  ASCII: Buffer.from("I'm a teapot"),
  none: Buffer.from(''),
  'UTF-8': Buffer.from('Größe ✓ 😀'),
  latin1: Buffer.from('Größe', 'latin1'),
  'every other byte': Buffer.from(Array.from({ length: 128 }, (_, index) => index + 128)),
  'a tab': Buffer.from('a\tb'),
}

test.each(Object.entries(phrases))(
  'a reason phrase of %s is that of fetch, recorded and replayed',
  async (_name, phrase) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        const head = Buffer.from('\r\ncontent-length: 2\r\nconnection: close\r\n\r\nhi')
        socket.end(Buffer.concat([Buffer.from('HTTP/1.1 200 '), phrase, head]))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const read = async (send: typeof fetch): Promise<string[]> => {
      const response = await send(`http://${host}/`)
      return [response.statusText, await response.text()]
    }
    const expected = await read(fetch)
    const results = await recordAndReplay(host, ({ fetch }) => read(fetch))
    server.close()
    expect(results).toEqual([expected, expected])
  },
)

interface Dispatcher {
  dispatch(options: object, handler: object): boolean
}

/** Sends every request to another server, as a proxy does, and counts them. */
function createProxy(origin: string): Dispatcher & { calls: number } {
  const real = (): Dispatcher => Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))
  return {
    calls: 0,
    dispatch(options, handler) {
      this.calls++
      return real().dispatch({ ...options, origin }, handler)
    },
  }
}

test.each(['record', 'passthrough'] as const)("in mode %s, the caller's dispatcher sends every hop", async (mode) => {
  await using proxy = await startServer(({ url }, response) => {
    if (url === '/from') response.writeHead(302, { location: 'http://other.invalid/to' })
    response.end('through the proxy')
  })
  const dispatcher = createProxy(proxy.origin)
  const init = { method: 'POST', body: 'x', dispatcher } as RequestInit
  await using session = openCassette(file(), { mode })
  const calls = [
    await session.fetch('http://api.invalid/from', init),
    await session.fetch(new Request('http://api.invalid/to'), { dispatcher } as RequestInit),
  ]
  const texts = await Promise.all(calls.map((response) => response.text()))
  expect({ texts, calls: dispatcher.calls }).toEqual({
    texts: ['through the proxy', 'through the proxy'],
    calls: 3,
  })
})

async function withTlsServer(run: (origin: string, options: CassetteOptions) => Promise<void>): Promise<void> {
  const server = createServer(selfSigned, (_request, response) => void response.end('secure'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  await run(`https://${host}`, { hosts: [host] })
  server.closeAllConnections()
  server.close()
}

test.each([new Agent({ ca: selfSigned.cert }), new Agent({ keepAlive: true, rejectUnauthorized: false })])(
  "the TLS options of the caller's https.Agent are used",
  async (agent) => {
    await withTlsServer(async (origin, options) => {
      await using session = openCassette(file(), { ...options, mode: 'record' })
      const response = await session.fetch(origin, { agent } as RequestInit)
      expect(await response.text()).toBe('secure')
    })
  },
)

test.each([Object.assign(new Agent(), { proxy: new URL('http://127.0.0.1:1') }), () => new Agent(), 'an agent'])(
  'an agent that fetch has no equivalent for is refused before the request is sent',
  async (agent) => {
    await using upstream = await startServer((_request, response) => void response.end())
    await using session = openCassette(file(), { hosts: [upstream.host], mode: 'record' })
    const response = await session.fetch(upstream.origin, { agent } as unknown as RequestInit)
    expect({ status: response.status, text: await response.text(), requests: upstream.requests }).toEqual({
      status: 400,
      text: expect.stringMatching(/The option .+agent.+ of session\.fetch is an? .+Pass the option .+dispatcher/),
      requests: 0,
    })
    expect(() => session.verify()).toThrow('The option "agent" of session.fetch')
  },
)

test('an unknown certificate is explained', async () => {
  await withTlsServer(async (origin, options) => {
    await using session = openCassette(file(), { ...options, mode: 'record' })
    const error = await session.fetch(origin).catch((error: unknown) => error)
    expect(error).toEqual(new TypeError('fetch failed'))
    expect((error as Error).cause).toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      message: expect.stringMatching(/^self-signed certificate.+`ca`.+NODE_EXTRA_CA_CERTS/),
    })
  })
})
