import { setTimeout as sleep } from 'node:timers/promises'
import { openCassette } from 'msw-cassette/fetch'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { connectRaw, parseAnswer } from '../../test/connect-raw.ts'
import { waitUntil } from '../../test/wait-until.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { ListenOptions } from './listen-options.ts'

const MODELS = 'https://api.openai.com/v1/models'
const EVENTS = ['data: 1\n\n', 'data: 22\n\n', 'data: [DONE]\n\n']
const STREAM = { url: MODELS, response: EVENTS.join(''), type: 'text/event-stream' }

async function serve(exchanges: readonly Exchange[], options: CassetteOptions = {}, listening: ListenOptions = {}) {
  const session = openCassette(buildCassette(...exchanges), { mode: 'replay', ...options })
  const server = await session.listen(listening)
  onTestFinished(() => server.close())
  return { session, server, port: Number(new URL(server.url).port) }
}

test('a recorded answer has its status, its headers, its length and its bytes', async () => {
  const headers = [
    ['Content-Type', 'application/octet-stream'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
    ['X-Name', 'é'],
    ['Transfer-Encoding', 'chunked'],
    ['Trailer', 'x-checksum'],
    ['Content-Length', '99'],
  ] as const
  const cassette = buildCassette({ url: MODELS, status: 201, headers, response: Uint8Array.of(0, 255, 13, 10) })
  const [interaction] = cassette.interactions
  if (!interaction) throw new Error('There is no interaction.')
  const response = { ...interaction.response, statusText: 'Fertig für 日' }
  const session = openCassette({ ...cassette, interactions: [{ ...interaction, response }] }, { mode: 'replay' })
  const server = await session.listen()
  onTestFinished(() => server.close())
  const client = connectRaw(Number(new URL(server.url).port))
  client.send('GET', 'connection: close\r\n')
  expect(parseAnswer(await client.end())).toEqual({
    status: `HTTP/1.1 201 ${Buffer.from('Fertig für 日').toString('latin1')}`,
    headers: [
      'content-length: 4',
      'content-type: application/octet-stream',
      'set-cookie: a=1',
      'set-cookie: b=2',
      'x-name: é',
    ],
    body: '\u0000\u00ff\r\n',
  })
})

test.each([
  ['HEAD', 200, []],
  ['GET', 204, []],
  ['GET', 304, []],
  ['GET', 205, ['content-length: 0']],
])('%s with %d has no body', async (method, status, length) => {
  const { port } = await serve([{ url: MODELS, method, status, response: status === 200 ? 'hidden' : '' }])
  const client = connectRaw(port)
  client.send(method, 'connection: close\r\n')
  const { headers, body } = parseAnswer(await client.end())
  expect({ headers: headers.filter((line) => line.startsWith('content-length')), body }).toEqual({
    headers: length,
    body: '',
  })
})

test('a client of HTTP/1.0 gets the bytes without a transfer encoding, and the end of the connection', async () => {
  const { port } = await serve([STREAM])
  const client = connectRaw(port)
  client.socket.write('GET /openai/v1/models HTTP/1.0\r\nhost: 127.0.0.1\r\n\r\n')
  expect(parseAnswer(await client.end())).toEqual({
    status: 'HTTP/1.1 200 ',
    headers: ['content-length: 33', 'content-type: text/event-stream'],
    body: EVENTS.join(''),
  })
})

test('requests in a row on one connection are answered in their order, whatever the answers are', async () => {
  const { port, session } = await serve([
    STREAM,
    { url: MODELS, status: 204 },
    { url: MODELS, response: 'second', type: 'text/plain' },
  ])
  const client = connectRaw(port)
  for (let sent = 0; sent < 4; sent++) client.send('GET', sent === 3 ? 'connection: close\r\n' : '')
  const statuses = [...(await client.end()).matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
  expect(statuses).toEqual(['200', '204', '200', '400'])
  const bodies = client.packets.join('')
  expect(bodies.indexOf('[DONE]')).toBeLessThan(bodies.indexOf('second'))
  expect(session.played).toHaveLength(3)
})

test('the head and the first event are one packet', async () => {
  const { port } = await serve([STREAM])
  const client = connectRaw(port)
  client.send('GET')
  await waitUntil(() => client.packets.join('').includes('[DONE]'))
  expect(parseAnswer(client.packets[0] ?? '').body).toContain(EVENTS[0])
})

test('an event with a delay does not delay the head', async () => {
  const { port } = await serve([STREAM], { faults: [{ at: 0, firstEventAfter: 100 }] })
  const client = connectRaw(port)
  client.send('GET', 'connection: close\r\n')
  await client.end()
  expect(parseAnswer(client.packets[0] ?? '').body).toBe('')
  expect(parseAnswer(client.packets.join('')).body).toBe(EVENTS.join(''))
})

test('recorded times are those between the packets', async () => {
  const chunks = EVENTS.map(({ length }, index) => ({ size: length, time: index * 40 }))
  const { port } = await serve([{ ...STREAM, chunks }], { timing: 'recorded' })
  const client = connectRaw(port)
  client.send('GET', 'connection: close\r\n')
  await client.end()
  expect(client.packets.slice(1)).toEqual(EVENTS.slice(1))
})

test('a slow reader gets every event, and ends neither the stream nor the session', async () => {
  const events = Array.from({ length: 2_000 }, (_, index) => `data: ${index} ${'x'.repeat(4_000)}\n\n`)
  const { port, session } = await serve([{ ...STREAM, response: events.join('') }])
  const client = connectRaw(port)
  client.socket.pause()
  client.send('GET', 'connection: close\r\n')
  await sleep(200)
  expect(client.packets).toEqual([])
  client.socket.resume()
  expect(parseAnswer(await client.end()).body).toBe(events.join(''))
  session.verify()
})

test('a client that leaves in the middle ends its stream, and the next one is answered', async () => {
  const { port } = await serve([{ ...STREAM, response: 'data: 1\n\n'.repeat(10_000) }, STREAM])
  const leaving = connectRaw(port)
  leaving.send('GET')
  await waitUntil(() => leaving.packets.length > 2)
  leaving.socket.destroy()
  const next = connectRaw(port)
  next.send('GET', 'connection: close\r\n')
  expect(parseAnswer(await next.end()).body).toBe(EVENTS.join(''))
})

test.each([1, 2])('a fault that breaks the connection after %d events sends those events first', async (cutAfter) => {
  const { port } = await serve([STREAM], { faults: [{ at: 0, cutAfter }] })
  const client = connectRaw(port)
  client.send('GET')
  expect(parseAnswer(await client.end())).toEqual({
    status: 'HTTP/1.1 200 ',
    headers: ['content-type: text/event-stream', 'Transfer-Encoding: chunked'],
    body: EVENTS.slice(0, cutAfter)
      .map((event) => `${event.length.toString(16)}\r\n${event}\r\n`)
      .join(''),
  })
})

test('a stream that stalls stays open until the session is closed', async () => {
  let stalled = 0
  const { port, session } = await serve([STREAM], { faults: [{ at: 0, stallAfter: 1, onStall: () => stalled++ }] })
  const client = connectRaw(port)
  client.send('GET')
  await waitUntil(() => stalled === 1)
  await waitUntil(() => client.packets.join('').includes('data: 1'))
  expect(client.socket.closed).toBe(false)
  await session.close()
  expect(await client.end()).not.toContain('data: 22')
})

test('a recorded answer has the headers of `cors` in addition to its own', async () => {
  const origin = 'http://localhost:5173'
  const { port } = await serve([STREAM], {}, { cors: origin })
  const client = connectRaw(port)
  client.send('GET', `origin: ${origin}\r\naccess-control-request-headers: x-a\r\nconnection: close\r\n`)
  expect(parseAnswer(await client.end())).toEqual({
    status: 'HTTP/1.1 200 ',
    headers: [
      `access-control-allow-origin: ${origin}`,
      'access-control-allow-headers: x-a',
      'access-control-allow-methods: *',
      'access-control-expose-headers: *',
      'content-length: 33',
      'content-type: text/event-stream',
    ],
    body: EVENTS.join(''),
  })
})
