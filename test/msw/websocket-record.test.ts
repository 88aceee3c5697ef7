import { type CassetteSession, openCassette } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import type { Interaction } from '../../src/cassette.ts'
import { driveSocket, type Script } from '../drive-socket.ts'
import { type LocalWebSocketServer, startWebSocketServer } from '../start-web-socket-server.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

function open(interactions: readonly Interaction[], options: Parameters<typeof openCassette>[1]): CassetteSession {
  const session = openCassette({ format: 'go-vcr-2', path: 'test.yaml', interactions }, options)
  server.use(...session.handlers)
  onTestFinished(() => session.close())
  return session
}

const record = (upstream: LocalWebSocketServer): CassetteSession => open([], { mode: 'record', hosts: [upstream.host] })

type Connect = (session: CassetteSession, url: string, protocols?: string[]) => unknown

const clients: Record<string, Connect> = {
  'the global WebSocket': (_session, url, protocols) => new WebSocket(url, protocols),
  'the ws package': (_session, url, protocols) =>
    new WsClient(url, protocols, { headers: { authorization: 'Bearer x' } }),
  'session.WebSocket': (session, url, protocols) => new session.WebSocket(url, protocols),
}

/** Greets, echoes each frame in upper case, and closes after `bye`. */
const startEcho = () =>
  startWebSocketServer((socket) => {
    socket.send('hello')
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) socket.send(Uint8Array.from(data, (byte) => byte + 1))
      else if (data.toString() === 'bye') socket.close(4001, 'done')
      else socket.send(data.toString().toUpperCase())
    })
  })

const script: Script = {
  message(data, socket) {
    if (data === 'hello') socket.send('ask')
    if (data === 'ASK') socket.send(Uint8Array.of(1, 2))
    if (typeof data !== 'string') socket.send('bye')
  },
}

test.each(Object.entries(clients))('%s is recorded, and replayed without the network', async (_name, connect) => {
  await using upstream = await startEcho()
  const recording = record(upstream)
  const url = `${upstream.url}/v1?model=x`
  const events = await driveSocket(connect(recording, url, ['realtime', 'other']), script)
  expect(events).toEqual(['open realtime', '< hello', '< ASK', '< 2 3', 'close 4001 done'])
  recording.verify()
  await recording.close()
  const [recorded, ...others] = recording.recorded
  expect(others).toEqual([])
  expect(recorded).toMatchObject({
    request: { method: 'GET', url },
    response: {
      status: 101,
      headers: [['Sec-Websocket-Protocol', 'realtime']],
      websocket: {
        frames: [
          { from: 'server', at: expect.any(Number), data: 'hello' },
          { from: 'client', at: expect.any(Number), data: 'ask' },
          { from: 'server', at: expect.any(Number), data: 'ASK' },
          { from: 'client', at: expect.any(Number), data: Uint8Array.of(1, 2) },
          { from: 'server', at: expect.any(Number), data: Uint8Array.of(2, 3) },
          { from: 'client', at: expect.any(Number), data: 'bye' },
        ],
        close: { from: 'server', code: 4001, reason: 'done' },
      },
    },
  })
  const replay = open(recording.recorded, { mode: 'replay' })
  expect(await driveSocket(connect(replay, url, ['realtime', 'other']), script)).toEqual(events)
  replay.verify()
  expect(upstream.handshakes).toHaveLength(1)
})

test.each(Object.entries(clients))('%s closes a recorded connection', async (_name, connect) => {
  await using upstream = await startEcho()
  const leave: Script = { message: (_data, socket) => socket.close(4002, 'enough') }
  const recording = record(upstream)
  const events = await driveSocket(connect(recording, upstream.url), leave)
  await recording.close()
  expect(events).toEqual(['open', '< hello', 'close 4002 enough'])
  expect(recording.recorded[0]?.response.websocket?.close).toEqual({ from: 'client', code: 4002, reason: 'enough' })
  const replay = open(recording.recorded, { mode: 'replay' })
  expect(await driveSocket(connect(replay, upstream.url), leave)).toEqual(events)
  replay.verify()
})

test.each(Object.entries(clients))('%s sees that a server breaks the connection', async (_name, connect) => {
  await using upstream = await startWebSocketServer((socket) => socket.send('hello', () => socket.terminate()))
  const recording = record(upstream)
  const events = await driveSocket(connect(recording, upstream.url))
  await recording.close()
  expect(events).toEqual(['open', '< hello', 'close 1006'])
  const replay = open(recording.recorded, { mode: 'replay' })
  expect(await driveSocket(connect(replay, upstream.url))).toEqual(events)
  replay.verify()
})

test.each(Object.entries(clients))('the refusal of a server is recorded, and reaches %s', async (_name, connect) => {
  await using upstream = await startWebSocketServer(
    () => {},
    () => 401,
  )
  const recording = record(upstream)
  const events = await driveSocket(connect(recording, upstream.url))
  await recording.close()
  expect(events).toEqual(['error Unexpected server response: 401', 'close 1006'])
  const body = '{"error":{"message":"Incorrect API key"}}'
  expect(recording.recorded).toMatchObject([{ response: { status: 401, body: new TextEncoder().encode(body) } }])
  const replay = open(recording.recorded, { mode: 'replay' })
  expect(await driveSocket(connect(replay, upstream.url))).toEqual(events)
  replay.verify()
  expect(upstream.handshakes).toHaveLength(1)
})

test.each(Object.entries(clients))(
  'a server that can’t be reached fails %s, and is not recorded',
  async (_name, connect) => {
    const upstream = await startEcho()
    await upstream.close()
    const recording = record(upstream)
    const events = await driveSocket(connect(recording, upstream.url))
    expect(events).toEqual([expect.stringMatching(/^error connect ECONNREFUSED/), 'close 1006'])
    expect(recording.recorded).toEqual([])
  },
)
