import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { startServer } from '../../test/start-server.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { captureExchange } from './capture-exchange.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const toRequest = (url: string, signal = new AbortController().signal): IncomingRequest => ({
  method: 'POST',
  url,
  headers: new Headers({ 'content-type': 'text/plain', authorization: 'Bearer secret' }),
  body: encode('question'),
  signal,
})

test('an exchange is captured exactly as it happened, while the caller reads its response', async () => {
  await using upstream = await startServer((request, response, body) => {
    response.writeHead(201, 'Very Good', { 'content-type': 'text/plain', 'x-name': 'a', date: 'today' })
    response.end(`${request.headers.authorization} ${body}`)
  })
  const before = Date.now()
  const start = performance.now()
  const { response, captured } = await captureExchange(toRequest(upstream.origin), new AbortController(), 'direct')
  expect([response.status, response.statusText, response.headers.get('x-name'), await response.text()]).toEqual([
    ...[201, 'Very Good', 'a', 'Bearer secret question'],
  ])
  const capture = await captured
  expect(capture).toEqual({
    interaction: {
      request: {
        method: 'POST',
        url: upstream.origin,
        headers: [
          ['authorization', 'Bearer secret'],
          ['content-type', 'text/plain'],
        ],
        body: encode('question'),
      },
      response: {
        status: 201,
        statusText: 'Very Good',
        headers: [...response.headers],
        body: encode('Bearer secret question'),
        duration: expect.any(Number),
      },
      recordedAt: expect.any(Date),
    },
    sent: new Headers({ 'content-type': 'text/plain', authorization: 'Bearer secret' }),
    received: response.headers,
  })
  const { recordedAt, response: recorded } = capture?.interaction ?? {}
  expect(Number(recordedAt)).toBeGreaterThanOrEqual(before)
  expect(Number(recordedAt)).toBeLessThanOrEqual(Date.now())
  expect(recorded?.duration).toBeGreaterThan(0)
  expect(recorded?.duration).toBeLessThanOrEqual(performance.now() - start)
})

test('a compressed body is captured decompressed, and marked as such', async () => {
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/plain' }).end(gzipSync('hello'))
  })
  const { response, captured } = await captureExchange(toRequest(upstream.origin), new AbortController(), 'direct')
  await response.text()
  expect((await captured)?.interaction.response).toMatchObject({ uncompressed: true, body: encode('hello') })
})

test('the pieces of a stream are captured with their times, and what has arrived so far can be read', async () => {
  let send = (_text: string): void => {}
  let end = (): void => {}
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    send = (text) => void response.write(text)
    end = () => void response.end()
  })
  const { response, captured, soFar } = await captureExchange(
    toRequest(upstream.origin),
    new AbortController(),
    'direct',
  )
  const reader = response.body?.getReader()
  send('data: 1\n\n')
  await reader?.read()
  expect(soFar().interaction.response).toMatchObject({ status: 200, body: encode('data: 1\n\n') })
  send('data: 2\n\n')
  await reader?.read()
  end()
  await reader?.read()
  const { body, chunks } = (await captured)?.interaction.response ?? {}
  expect({ body, sizes: chunks?.map(({ size }) => size) }).toEqual({
    body: encode('data: 1\n\ndata: 2\n\n'),
    sizes: [9, 9],
  })
  const [first = 0, second = 0] = chunks?.map(({ time }) => time) ?? []
  expect(second).toBeGreaterThanOrEqual(first)
})

test('an exchange without an answer fails with the error of the network', async () => {
  const upstream = await startServer(() => {})
  await upstream.close()
  await expect(captureExchange(toRequest(upstream.origin), new AbortController(), 'direct')).rejects.toThrow(
    'fetch failed',
  )
})

test('a client that leaves before the answer ends the exchange with its reason', async () => {
  const client = new AbortController()
  await using upstream = await startServer(() => client.abort(new Error('gone')))
  const abortController = new AbortController()
  await expect(captureExchange(toRequest(upstream.origin, client.signal), abortController, 'direct')).rejects.toThrow(
    'gone',
  )
  expect(abortController.signal.reason).toEqual(new Error('gone'))
})

/** Starts a server that sends `text`, and sends `end` when the test calls it. */
async function startStream(type: string, text: string) {
  let end = (_text: string): void => {}
  const upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': type }).write(text)
    end = (rest) => void response.end(rest)
  })
  return { ...upstream, end: (rest: string) => end(rest), [Symbol.asyncDispose]: upstream.close }
}

test('a client that leaves after the answer has begun does not end an exchange that is about to be complete', async () => {
  await using upstream = await startStream('application/json', '{"a":')
  const client = new AbortController()
  const abortController = new AbortController()
  const { response, captured } = await captureExchange(
    toRequest(upstream.origin, client.signal),
    abortController,
    'direct',
  )
  await response.body?.getReader().read()
  client.abort()
  upstream.end('1}')
  expect((await captured)?.interaction.response).toEqual({
    status: 200,
    statusText: 'OK',
    headers: [...response.headers],
    body: encode('{"a":1}'),
    duration: expect.any(Number),
    chunks: [
      { size: 5, time: expect.any(Number) },
      { size: 2, time: expect.any(Number) },
    ],
  })
  expect(abortController.signal.aborted).toBe(false)
})

test('an exchange that is ended early has an open end, and is captured immediately', async () => {
  await using upstream = await startStream('text/event-stream', 'data: 1\n\n')
  const { response, captured, endNow } = await captureExchange(
    toRequest(upstream.origin),
    new AbortController(),
    'direct',
  )
  await response.body?.getReader().read()
  const capture = endNow()
  expect(capture?.interaction.response).toEqual({
    status: 200,
    statusText: 'OK',
    headers: [...response.headers],
    body: encode('data: 1\n\n'),
    duration: expect.any(Number),
    openEnd: { after: expect.any(Number) },
  })
  expect(await captured).toEqual(capture)
})
