import { type CassetteSession, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket'
import { OpenAIRealtimeWS } from 'openai/realtime/ws'
import { ResponsesWS } from 'openai/resources/responses/ws'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { WebSocket as WsSocket } from 'ws'
import type { Interaction } from '../../src/cassette.ts'
import { type LocalWebSocketServer, startWebSocketServer } from '../start-web-socket-server.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

/** A connection of one of OpenAI's clients. */
interface Connection {
  on(event: 'event', listener: (event: { readonly type: string }) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  send(event: { type: 'response.create' }): void
  close(): void
}

const clients: Record<string, (client: OpenAI) => Connection> = {
  'openai/realtime/websocket': (client) =>
    new OpenAIRealtimeWebSocket({ model: 'gpt-realtime', dangerouslyAllowBrowser: true }, client) as Connection,
  'openai/realtime/ws': (client) => new OpenAIRealtimeWS({ model: 'gpt-realtime' }, client) as Connection,
  'openai/resources/responses/ws': (client) => new ResponsesWS(client) as unknown as Connection,
}

/** Speaks as much of both protocols as the clients need. */
const startProvider = (): Promise<LocalWebSocketServer> =>
  startWebSocketServer(
    (socket: WsSocket) => {
      socket.send(JSON.stringify({ type: 'session.created', event_id: 'event_1', session: { id: 'sess_1' } }))
      socket.on('message', (data) => {
        const { type } = JSON.parse(String(data))
        socket.send(JSON.stringify({ type: 'response.created', event_id: 'event_2', response: { id: 'resp_1' } }))
        socket.send(JSON.stringify({ type: 'response.done', event_id: 'event_3', to: type }))
      })
    },
    () => undefined,
    'tls',
  )

function open(interactions: readonly Interaction[], host: string, mode: 'record' | 'replay'): CassetteSession {
  const session = openCassette({ format: 'go-vcr-2', path: 'realtime.yaml', interactions }, { mode, hosts: [host] })
  server.use(...session.handlers)
  onTestFinished(() => session.close())
  return session
}

/** Requests one response, and lists the events up to its end. */
function converse(connect: (client: OpenAI) => Connection, host: string, question: object = {}): Promise<string[]> {
  const connection = connect(new OpenAI({ apiKey: 'sk-unused-0123456789abcdef', baseURL: `https://${host}/v1` }))
  const events: string[] = []
  return new Promise((resolve) => {
    connection.on('event', ({ type }) => {
      events.push(type)
      if (type === 'session.created') connection.send({ type: 'response.create', ...question })
      if (type !== 'response.done') return
      connection.close()
      resolve(events)
    })
    connection.on('error', ({ message }) => {
      events.push(message)
      resolve(events)
    })
  })
}

test.each(Object.entries(clients))('%s is recorded and replayed', async (_name, connect) => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  onTestFinished(() => void vi.unstubAllEnvs())
  await using provider = await startProvider()
  const { host } = provider
  const recording = open([], host, 'record')
  const events = await converse(connect, host)
  expect(events).toEqual(['session.created', 'response.created', 'response.done'])
  await recording.close()
  recording.verify()
  expect(JSON.stringify(recording.recorded)).not.toContain('sk-unused')
  const replay = open(recording.recorded, host, 'replay')
  expect(await converse(connect, host)).toEqual(events)
  replay.verify()
  expect(provider.handshakes).toHaveLength(1)
})

test.each(Object.entries(clients))('%s does not open a connection that was not recorded', async (_name, connect) => {
  const session = open([], 'api.openai.com', 'replay')
  const [message] = await converse(connect, 'api.openai.com')
  expect(message).toContain('No recorded interaction matches GET wss://api.openai.com/v1/re')
  expect(session.mismatches).toHaveLength(1)
})
