import { readFileSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cassette, openCassette } from 'msw-cassette/fetch'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { startServer } from '../../test/start-server.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { waitUntil } from '../../test/wait-until.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'

const MODELS = 'https://api.openai.com/v1/models'
const MEGABYTE = 1024 * 1024

async function serve(source: Cassette | string, options: CassetteOptions = {}, origin = 'http://127.0.0.1:1') {
  const session = openCassette(source, { mode: 'replay', ...options })
  const server = await session.listen({ routes: { mine: origin } })
  onTestFinished(() => server.close())
  return { session, server, models: `${server.urlFor('openai')}/v1/models`, port: Number(new URL(server.url).port) }
}

/** Sends the text of a request, and reads nothing until `resume`. */
function sendRaw(port: number, head: string): Socket {
  const socket = connect(port, '127.0.0.1').pause()
  socket.on('error', () => {})
  socket.write(head)
  onTestFinished(() => void socket.destroy())
  return socket
}

async function startUpstream(answer = 'hi') {
  const upstream = await startServer((_, response) => void response.end(answer))
  onTestFinished(() => upstream.close())
  return upstream
}

test('clients that do not read cost no memory, and then get everything', async () => {
  const response = 'x'.repeat(8 * MEGABYTE)
  const { port } = await serve(buildCassette({ url: MODELS, response }), { repeat: 'last' })
  const before = process.memoryUsage().arrayBuffers
  const head = 'GET /openai/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'
  const sockets = Array.from({ length: 30 }, () => sendRaw(port, head))
  await sleep(500)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * response.length)
  const received = await Promise.all(sockets.slice(0, 3).map((socket) => text(socket)))
  expect(received.map((each) => each.endsWith(response))).toEqual([true, true, true])
})

test('200 simultaneous streams each get all their events', async () => {
  const events = Array.from({ length: 20 }, (_, index) => `data: ${index}\n\n`).join('')
  const exchanges = Array.from({ length: 200 }, (_, index) => ({
    url: `${MODELS}/${index}`,
    response: `data: of ${index}\n\n${events}`,
    type: 'text/event-stream',
  }))
  const { models, session } = await serve(buildCassette(...exchanges))
  const received = await Promise.all(exchanges.map(async (_, index) => (await fetch(`${models}/${index}`)).text()))
  expect(received).toEqual(exchanges.map(({ response }) => response))
  session.verify()
})

test('a client that leaves while it sends its body records nothing, and the server goes on', async () => {
  const upstream = await startUpstream()
  const file = join(makeTempFolder(), 'recorded.yaml')
  const { session, server, port } = await serve(file, { mode: 'once', hosts: ['*'] }, upstream.origin)
  sendRaw(port, 'POST /mine/half HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1000\r\n\r\nhalf').end()
  const aborted = httpRequest(`${server.url}/mine/aborted`, { method: 'POST' }).on('error', () => {})
  aborted.write('half')
  await sleep(50)
  aborted.destroy()
  expect(await (await fetch(`${server.url}/mine/complete`)).text()).toBe('hi')
  await session.close()
  expect(session.recorded.map(({ request }) => request.url)).toEqual([`${upstream.origin}/complete`])
  expect(upstream.requests).toBe(1)
})

test('a client that leaves before its answer leaves the recording to the next one', async () => {
  const { session, models, port } = await serve(buildCassette({ url: MODELS, response: 'hi' }), {
    timing: { firstByte: 300 },
  })
  const socket = sendRaw(port, 'GET /openai/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  await waitUntil(() => session.played.length === 1)
  socket.destroy()
  await waitUntil(() => session.played.length === 0)
  expect(await (await fetch(models)).text()).toBe('hi')
  session.verify()
})

test.each(['the file', 'the folder'])('recordings are kept if %s of the cassette vanishes', async (what) => {
  const upstream = await startUpstream()
  const file = join(makeTempFolder(), 'cassettes/recorded.yaml')
  const { session, server } = await serve(file, { mode: 'new-episodes', hosts: ['*'] }, upstream.origin)
  const send = async (path: string) => expect(await (await fetch(`${server.url}/mine/${path}`)).text()).toBe('hi')
  await send('first')
  await session.save()
  rmSync(what === 'the file' ? file : dirname(file), { recursive: true })
  await send('second')
  await session.close()
  session.verify()
  const saved = readFileSync(file, 'utf8')
  expect([saved.includes('/first'), saved.includes('/second')]).toEqual([true, true])
})

test.each([
  ['/openai/%', 400],
  ['/@%/openai/v1/models', 400],
  ['/@/openai/v1/models', 404],
  ['//openai/v1/models', 404],
  ['/azure/../../v1', 404],
  ['/__cassette/../openai', 400],
  [`/openai/${'x'.repeat(15_000)}`, 400],
])('the path %s gets a message', async (path, status) => {
  const { port } = await serve(buildCassette({ url: MODELS }))
  const socket = sendRaw(port, `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`)
  const answer = await text(socket)
  expect(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])).toBe(status)
  expect(answer).toContain('"message":"')
})
