import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { openCassette } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { buildFrames } from '../../test/build-frames.ts'
import { driveSocket } from '../../test/drive-socket.ts'
import { buildLargeConversation, FEW_FRAMES, LARGE_FRAMES, readLate } from '../../test/large-conversation.ts'
import { startWebSocketServer } from '../../test/start-web-socket-server.ts'
import type { ListenOptions } from './listen-options.ts'

const URL_OF_OPENAI = 'wss://api.openai.com/v1/realtime?model=m'
const PATH = '/v1/realtime?model=m'

async function serve(
  source = buildFrames({ url: URL_OF_OPENAI, frames: ['> hi', '< hello'] }),
  options?: ListenOptions,
) {
  const session = openCassette(source, { mode: 'replay' })
  const server = await session.listen(options)
  onTestFinished(() => session.close())
  return { session, server, url: `${server.urlFor('openai').replace('http', 'ws')}${PATH}` }
}

/** Sends a handshake, and returns the response that refuses it. */
async function refusal(url: string, headers: Record<string, string> = {}): Promise<string> {
  const handshake = {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  }
  const sent = request(url.replace(/^ws/, 'http'), { headers: { ...handshake, ...headers } }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return `${response.statusCode} ${await text(response)}`
}

test('a client of another process plays a conversation at the URL of a provider', async () => {
  const { session, url } = await serve()
  const events = await driveSocket(new WsClient(url), {
    open: (socket) => socket.send('hi'),
    message: (_data, socket) => socket.close(1000),
  })
  expect(events).toEqual(['open', '< hello', 'close 1000'])
  session.verify()
})

test('a connection that was not recorded gets a response with the text of the mismatch', async () => {
  const { session, url } = await serve()
  const refused = await refusal(`${url}&other=1`)
  expect(refused).toMatch(
    /^400 .*No recorded interaction matches GET wss:\/\/api\.openai\.com\/v1\/realtime\?model=m&other=1/,
  )
  expect(session.mismatches).toHaveLength(1)
})

test.each<[why: string, options: ListenOptions, headers: Record<string, string>, expected: RegExp]>([
  ['another host', {}, { host: 'evil.test' }, /^403 .*header \\"host\\" is evil\.test/],
  ['a page', {}, { origin: 'http://page.test' }, /^403 .*The page of http:\/\/page\.test is not allowed/],
  [
    'another page',
    { cors: 'http://mine.test' },
    { origin: 'http://page.test' },
    /^403 .*The page of http:\/\/page\.test/,
  ],
  ['another protocol', {}, { upgrade: 'h2c' }, /^501 .*WebSockets only, not to h2c/],
])('a handshake of %s is refused', async (_why, options, headers, expected) => {
  const { url } = await serve(undefined, options)
  expect(await refusal(url, headers)).toMatch(expected)
})

test('a path without a route is refused', async () => {
  const { server } = await serve()
  expect(await refusal(`${server.url}/nobody/v1`)).toMatch(/^404 .*No route of this server begins like \/nobody\/v1/)
})

test('a page of the option `cors` can connect', async () => {
  const { url } = await serve(undefined, { cors: 'http://mine.test' })
  const socket = new WsClient(url, { origin: 'http://mine.test' })
  await once(socket, 'open')
  socket.close()
})

test('a conversation is recorded at a route, and ends with the server', async () => {
  await using upstream = await startWebSocketServer((socket) => socket.send('hello'))
  const session = openCassette({ format: 'go-vcr-2', interactions: [] }, { mode: 'record', hosts: [upstream.host] })
  const server = await session.listen({ routes: { mine: `http://${upstream.host}` } })
  const socket = new WsClient(`${server.url.replace('http', 'ws')}/mine/v1`, { headers: { 'x-cassette': 'any' } })
  const [data] = await once(socket, 'message')
  expect(String(data)).toBe('hello')
  expect(upstream.handshakes[0]?.headers['x-cassette']).toBeUndefined()
  const closed = once(socket, 'close')
  await server.close()
  expect(await closed).toEqual([1006, Buffer.alloc(0)])
  await session.close()
  expect(session.recorded).toMatchObject([
    { request: { url: `${upstream.url}/v1` }, response: { websocket: { close: { from: 'client', code: 1006 } } } },
  ])
})

test('a server waits for a slow client, and loses nothing', async () => {
  const { cassette, read } = buildLargeConversation(URL_OF_OPENAI)
  const { session, url } = await serve(cassette)
  const { early, ...rest } = await readLate(new WsClient(url), read)
  expect(early).toBeLessThan(FEW_FRAMES)
  expect(rest).toEqual({ frames: LARGE_FRAMES, close: '1000 end' })
  session.verify()
})
