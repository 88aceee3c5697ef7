import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ws } from 'msw'
import { setupServer } from 'msw/node'
import { type CassetteOptions, type CassetteSession, listenOptions, openCassette } from 'msw-cassette'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { buildCassette } from '../build-cassette.ts'
import { buildFrames, REALTIME } from '../build-frames.ts'
import { driveSocket, type Script } from '../drive-socket.ts'
import { selfSigned } from '../self-signed.ts'
import { startWebSocketServer } from '../start-web-socket-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { isRunner } from './listen-to.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()
// CI refuses to heal.
beforeEach(() => void vi.stubEnv('CI', ''))

function open(source: Parameters<typeof openCassette>[0], options: CassetteOptions): CassetteSession {
  const session = openCassette(source, options)
  server.use(...session.handlers)
  onTestFinished(() => session.close())
  return session
}

/** Answers each frame with the same frame. */
const startEcho = () =>
  startWebSocketServer((socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  })

const say = (text: string): Script => ({
  open: (socket) => socket.send(text),
  message: (_data, socket) => socket.close(1000),
})

test('a file is recorded once, replayed, added to, and recorded again', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  const drive = (text: string): Promise<string[]> => driveSocket(new WsClient(`${upstream.url}/${text}`), say(text))
  const run = async (mode: CassetteOptions['mode'], ...texts: string[]): Promise<string[]> => {
    const session = open(file, { ...(mode && { mode }), hosts: [upstream.host] })
    const events: string[] = []
    for (const text of texts) events.push(...(await drive(text)).slice(1))
    session.verify()
    await session.close()
    return [...events, `${upstream.handshakes.length} handshakes`]
  }
  expect(await run('once', 'a')).toEqual(['< a', 'close 1000', '1 handshakes'])
  expect(await run('once', 'a')).toEqual(['< a', 'close 1000', '1 handshakes'])
  expect(await run('new-episodes', 'a', 'b')).toEqual(['< a', 'close 1000', '< b', 'close 1000', '2 handshakes'])
  expect(await run('replay', 'b', 'a')).toEqual(['< b', 'close 1000', '< a', 'close 1000', '2 handshakes'])
  expect(await run('heal', 'a', 'c')).toEqual(['< a', 'close 1000', '< c', 'close 1000', '3 handshakes'])
  expect(await run('replay', 'a', 'c')).toEqual(['< a', 'close 1000', '< c', 'close 1000', '3 handshakes'])
  expect(await run('record', 'a')).toEqual(['< a', 'close 1000', '4 handshakes'])
  expect(readFileSync(file, 'utf8')).toContain('websocket:')
})

test('the option `passthrough`, and the mode, let a WebSocket reach the network without a recording', async () => {
  await using upstream = await startEcho()
  const passing: CassetteOptions[] = [
    { mode: 'record', hosts: [upstream.host], passthrough: () => true },
    { mode: 'passthrough', hosts: [upstream.host] },
  ]
  for (const options of passing) {
    const session = open({ format: 'go-vcr-2', interactions: [] }, options)
    for (const Client of [WsClient, session.WebSocket, WebSocket])
      expect(await driveSocket(new Client(upstream.url), say('hi'))).toEqual(['open', '< hi', 'close 1000'])
    expect(session.recorded).toEqual([])
    await session.close()
  }
  expect(upstream.handshakes).toHaveLength(6)
})

test('large, fragmented and compressed frames, pings and slow readers work', async () => {
  const small = Buffer.alloc(4000, 'text ')
  const large = randomBytes(16 * 1024 * 1024)
  await using upstream = await startWebSocketServer((socket) => {
    socket.on('message', (data: Buffer) => socket.send(data))
    socket.ping()
  })
  const recording = open({ format: 'go-vcr-2', interactions: [] }, { mode: 'record', hosts: [upstream.host] })
  const exchange = async (): Promise<boolean> => {
    const client = new WsClient(upstream.url, { perMessageDeflate: { threshold: 0 } })
    await once(client, 'open')
    client.ping()
    await once(client, 'pong')
    client.send(small)
    const [first] = (await once(client, 'message')) as [Buffer]
    client.send(large.subarray(0, 1000), { fin: false, compress: false })
    client.send(large.subarray(1000), { fin: true, compress: false })
    const [data] = (await once(client, 'message')) as [Buffer]
    client.pause()
    client.close()
    client.resume()
    await once(client, 'close')
    return client.extensions.startsWith('permessage-deflate') && first.equals(small) && data.equals(large)
  }
  expect(await exchange()).toBe(true)
  await recording.close()
  const replay = open({ format: 'go-vcr-2', interactions: recording.recorded }, { mode: 'replay' })
  expect(await exchange()).toBe(true)
  replay.verify()
})

test('a connection is recorded with the TLS options of its client', async () => {
  await using upstream = await startWebSocketServer(
    (socket) => socket.close(4001, 'hi'),
    () => undefined,
    'tls',
  )
  const session = open({ format: 'go-vcr-2', interactions: [] }, { mode: 'record', hosts: [upstream.host] })
  expect(await driveSocket(new WsClient(upstream.url, { ca: selfSigned.cert }))).toEqual(['open', 'close 4001 hi'])
  expect(await driveSocket(new WsClient(upstream.url))).toEqual([
    expect.stringContaining('error self-signed certificate'),
    'close 1006',
  ])
  await session.close()
  expect(session.recorded).toHaveLength(1)
})

test('requests that a message causes are answered in the same way', async () => {
  const { interactions } = buildCassette({ response: 'recorded' })
  const frames = buildFrames({ frames: ['< go', '> done'], close: { from: 'server', code: 1000, reason: '' } })
  const session = open({ ...frames, interactions: [...frames.interactions, ...interactions] }, { mode: 'replay' })
  let answer = ''
  await driveSocket(new WsClient(REALTIME), {
    async message(_data, socket) {
      answer = await (await fetch(interactions[0]?.request.url ?? '')).text()
      socket.send('done')
    },
  })
  expect(answer).toBe('recorded')
  session.verify()
})

// In a runner, a WebSocket to any host is a mismatch of the cassette.
test.skipIf(isRunner).each([
  ['the global WebSocket', (url: string) => new WebSocket(url)],
  ['the ws package', (url: string) => new WsClient(url)],
])('%s fails if nothing answers it', async (_name, connect) => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => print.mockRestore())
  open(buildFrames({ frames: [] }), { mode: 'replay', onUnplayed: 'ignore' })
  const [error, closed, ...others] = await driveSocket(connect('wss://other.invalid/v1'))
  expect([error, closed, others]).toEqual([
    expect.stringMatching(
      /^error No handler answers .*wss?:\/\/other\.invalid\/v1|^error No handler answers GET https:/,
    ),
    'close 1006',
    [],
  ])
})

// Next to the server of a runner, MSW lets each of the two servers answer.
test.skipIf(isRunner)("a client of `ws` that MSW's own ws.link would strand fails with a message", async () => {
  const link = ws.link('wss://other.invalid/*')
  server.use(link.addEventListener('connection', ({ client }) => client.send('mocked')))
  open(buildFrames({ frames: [] }), { mode: 'replay', onUnplayed: 'ignore' })
  expect(
    await driveSocket(new WebSocket('wss://other.invalid/v1'), { message: (_, socket) => socket.close() }),
  ).toEqual(['open', '< mocked', 'close 1000'])
  expect(await driveSocket(new WsClient('wss://other.invalid/v1'))).toEqual([
    expect.stringMatching(/^error MSW's ws\.link answers only the global WebSocket/),
    'close 1006',
  ])
})

test('a server that is started after its session answers', async () => {
  server.close()
  onTestFinished(() => server.listen(listenOptions))
  const session = openCassette(buildFrames({ frames: ['< hi'] }), { mode: 'replay' })
  onTestFinished(() => session.close())
  const own = setupServer(...session.handlers)
  own.listen(listenOptions)
  const leave: Script = { message: (_data, socket) => socket.close(1000) }
  expect(await driveSocket(new WsClient(REALTIME), leave)).toEqual(['open', '< hi', 'close 1000'])
  session.verify()
  own.close()
})
