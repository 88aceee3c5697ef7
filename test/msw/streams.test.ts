import { type CassetteOptions, type CassetteSession, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildCassette, type Exchange, readChunks } from '../build-cassette.ts'
import { fakeTimers } from '../fake-timers.ts'
import { waitUntil } from '../wait-until.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()
afterEach(() => void vi.useRealTimers())

const EVENTS = ['data: 1\n\n', ': ping\n\n', 'event: x\r\ndata: Olá\r\n\r\n', 'data: [DONE]\n\n']
const STREAM: Exchange = { type: 'text/event-stream', response: EVENTS.join('') }

// Each test has its own host: a pooled connection of the previous test would still wait for the timers faked there.
let CHAT = ''
let hosts = 0
beforeEach(() => {
  CHAT = `https://host-${hosts++}.test/v1/chat`
})

function open(exchange: Exchange, options: CassetteOptions = {}): CassetteSession {
  const session = openCassette(buildCassette({ url: CHAT, ...exchange }), {
    mode: 'replay',
    repeat: 'last',
    ...options,
  })
  server.use(...session.handlers)
  return session
}

const chat = (index: number): string =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content: `${index}` }, finish_reason: null }] })}\n\n`

describe.each(['real', 'fake'])('with %s timers', (timers) => {
  test('each event arrives as a separate chunk', async () => {
    if (timers === 'fake') vi.useFakeTimers()
    const session = open(STREAM)
    // A client that reads later gets the events that have piled up in one piece.
    for (const send of [fetch, session.fetch]) expect(await readChunks((await send(CHAT)).body)).toEqual(EVENTS)
  })

  test('each line of NDJSON arrives as a separate chunk, and a body that is not a stream arrives whole', async () => {
    if (timers === 'fake') vi.useFakeTimers()
    open({ type: 'application/x-ndjson', response: '{"a":1}\n{"a":2}\n' })
    expect(await readChunks((await fetch(CHAT)).body)).toEqual(['{"a":1}\n', '{"a":2}\n'])
    open({ type: 'text/event-stream', response: '{"error":\n\n"quota"}' })
    expect(await readChunks((await fetch(CHAT)).body)).toEqual(['{"error":\n\n"quota"}'])
  })
})

test('aborting a request ends its stream and its timers', async () => {
  const running = fakeTimers(1_000)
  const session = open(STREAM, { timing: { eventsPerSecond: 1 } })
  for (const send of [fetch, session.fetch]) {
    const controller = new AbortController()
    const response = await send(CHAT, { signal: controller.signal })
    const reading = readChunks(response.body)
    const failed = expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    await waitUntil(() => running() === 1)
    controller.abort()
    await failed
    await waitUntil(() => running() === 0)
  }
})

test('cancelling a stream ends its timers', async () => {
  const running = fakeTimers(1_000)
  const session = open(STREAM, { timing: { eventsPerSecond: 1 } })
  for (const send of [fetch, session.fetch]) {
    const reader = (await send(CHAT)).body?.getReader()
    const reading = readToEnd(reader)
    await waitUntil(() => running() === 1)
    await reader?.cancel()
    await reading
    await waitUntil(() => running() === 0)
  }
})

async function readToEnd(reader: ReadableStreamDefaultReader | undefined): Promise<void> {
  while (reader && !(await reader.read()).done);
}

test('a loop over a stream of the OpenAI SDK can break early', async () => {
  open({
    type: 'text/event-stream',
    response: [1, 2, 3].map(chat).join(''),
    method: 'POST',
    request: '{"model":"m","messages":[],"stream":true}',
  })
  const client = new OpenAI({ apiKey: 'not-needed', baseURL: CHAT.replace('/chat', '') })
  const stream = await client.chat.completions.create({ model: 'm', messages: [], stream: true }, { path: '/chat' })
  const seen: unknown[] = []
  for await (const { choices } of stream) {
    seen.push(choices[0]?.delta.content)
    if (seen.length === 2) break
  }
  expect(seen).toEqual(['1', '2'])
})

test('closing the session ends its streams with an error, and their timers', async () => {
  const running = fakeTimers(1_000)
  for (const which of ['fetch', 'session.fetch'] as const) {
    const session = open(STREAM, { timing: { eventsPerSecond: 1 } })
    const response = await (which === 'fetch' ? fetch(CHAT) : session.fetch(CHAT))
    const failed = expect(readChunks(response.body)).rejects.toThrow(which === 'fetch' ? Error : /was closed/)
    await waitUntil(() => running() === 1)
    await session.close()
    await failed
    expect(running()).toBe(0)
    server.resetHandlers()
  }
})

test('recorded timing repeats the recorded delays, and fake timers control it', async () => {
  const body = EVENTS.join('')
  const bytes = new TextEncoder().encode(body).length
  const chunks = [
    { size: 9, time: 0 },
    { size: bytes - 9, time: 1_000 },
  ]
  const running = fakeTimers(1_000)
  const session = open({ ...STREAM, duration: 1_000, chunks }, { timing: 'recorded' })
  for (const send of [fetch, session.fetch]) {
    const log: string[] = []
    const done = send(CHAT).then(async (response) => {
      log.push('headers')
      for await (const chunk of response.body ?? []) log.push(`${chunk.length} bytes`)
    })
    await waitUntil(() => running() === 1)
    await vi.advanceTimersByTimeAsync(999)
    expect(log).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await waitUntil(() => log.length === 2 && running() === 1)
    await vi.advanceTimersByTimeAsync(999)
    expect(log).toEqual(['headers', '9 bytes'])
    await vi.advanceTimersByTimeAsync(1)
    await done
    expect(log).toEqual(['headers', '9 bytes', `${bytes - 9} bytes`])
  }
})

test('an infinite `firstByte` simulates a server that never answers', async () => {
  const running = fakeTimers(2 ** 31 - 1)
  const session = open(STREAM, { timing: { firstByte: Number.POSITIVE_INFINITY } })
  for (const send of [fetch, session.fetch]) {
    const controller = new AbortController()
    const failed = expect(send(CHAT, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
    await waitUntil(() => running() === 1)
    controller.abort()
    await failed
    await waitUntil(() => running() === 0)
  }
})

test('a stream that ends because its session is closed is an error to the OpenAI SDK', async () => {
  const session = open(
    {
      type: 'text/event-stream',
      response: [1, 2, 3].map(chat).join(''),
      method: 'POST',
      request: '{"model":"m","messages":[],"stream":true}',
    },
    { timing: { eventsPerSecond: 20 } },
  )
  const client = new OpenAI({ apiKey: 'not-needed', baseURL: CHAT.replace('/chat', '') })
  const stream = await client.chat.completions.create({ model: 'm', messages: [], stream: true }, { path: '/chat' })
  await expect(
    (async () => {
      for await (const _ of stream) await session.close()
    })(),
  ).rejects.toThrow(/was closed|terminated/)
})
