import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CassetteSession, openCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()

/** An MCP server without a stream of its own, in the form that the TypeScript SDK gives its messages. */
function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
  if (request.method === 'GET') return void response.writeHead(405, { allow: 'POST' }).end()
  if (request.method === 'DELETE') return void response.end()
  const { id, method, params } = JSON.parse(body)
  if (id === undefined) return void response.writeHead(202).end()
  const send = (message: object): string =>
    `event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', ...message })}\n\n`
  const session = method === 'initialize' ? { 'mcp-session-id': '3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e' } : {}
  response.writeHead(200, { 'content-type': 'text/event-stream', ...session })
  const progressToken = params?._meta?.progressToken
  if (progressToken !== undefined)
    response.write(send({ method: 'notifications/progress', params: { progressToken, progress: 1 } }))
  response.end(send({ id, result: { method } }))
}

/** Sends what a client sends: it counts its requests, and uses their numbers as progress tokens. */
function createClient(url: string, firstId: number) {
  let id = firstId
  let sessionId: string | null = null
  const send = (method: string, body?: object): Promise<Response> =>
    fetch(url, {
      method,
      headers: {
        accept: method === 'GET' ? 'text/event-stream' : 'application/json, text/event-stream',
        'mcp-protocol-version': '2025-06-18',
        ...(sessionId === null ? {} : { 'mcp-session-id': sessionId }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify({ jsonrpc: '2.0', ...body }) } : {}),
    })
  const messagesOf = async (response: Response): Promise<unknown[]> =>
    [...(await response.text()).matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data))
  return {
    async connect() {
      const response = await send('POST', { id: id++, method: 'initialize', params: {} })
      sessionId = response.headers.get('mcp-session-id')
      await response.text()
      await (await send('POST', { method: 'notifications/initialized' })).text()
      return sessionId
    },
    openStream: async () => (await send('GET')).status,
    async call() {
      const token = id++
      const params = { name: 'weather', _meta: { progressToken: token } }
      return { token, messages: await messagesOf(await send('POST', { id: token, method: 'tools/call', params })) }
    },
    terminate: async () => (await send('DELETE')).status,
  }
}

const progressAndResult = (token: number) => [
  { jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: token, progress: 1 } },
  { jsonrpc: '2.0', id: token, result: { method: 'tools/call' } },
]

test.each(['close', 'terminate'] as const)(
  'a session of MCP replays without an option, also if the client counts from another number: %s',
  async (end) => {
    await using upstream = await startServer(answer)
    const url = `${upstream.origin}/mcp`
    const run = async (session: CassetteSession, firstId: number, streams: number) => {
      server.use(...session.handlers)
      const client = createClient(url, firstId)
      const sessionId = await client.connect()
      // A client opens its stream again and again, depending on the time that the test takes.
      for (let count = 0; count < streams; count++) expect(await client.openStream()).toBe(405)
      for (const _ of [1, 2]) {
        const { token, messages } = await client.call()
        expect(messages).toEqual(progressAndResult(token))
      }
      if (end === 'terminate') expect(await client.terminate()).toBe(200)
      await session.close()
      session.verify()
      server.resetHandlers()
      return sessionId
    }
    const recording = startRecording(server, upstream)
    const sessionId = await run(recording, 0, 1)
    expect(sessionId).toBe('3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e')
    for (const [firstId, streams] of [
      [0, 1],
      [40, 3],
      [7, 0],
    ] as const)
      expect(await run(openCassette(recording.file, { mode: 'replay' }), firstId, streams)).toBe(sessionId)
  },
)
