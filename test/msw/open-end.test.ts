import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type CassetteSession, openCassette, parseCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeTimers } from '../fake-timers.ts'
import { type LocalServer, startServer } from '../start-server.ts'
import { waitUntil } from '../wait-until.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

const EVENTS = ['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n']

/** A server whose streams never end by themselves, and which counts those that are open. */
async function startEndless(events = EVENTS): Promise<LocalServer & { open(): number }> {
  const open = new Set<ServerResponse>()
  const upstream = await startServer(async (_request, response) => {
    open.add(response.on('close', () => open.delete(response)))
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    for (const event of events) {
      await new Promise((resolve) => response.write(event, resolve))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  return Object.assign(upstream, { open: () => open.size })
}

const sendersOf = ({ fetch: sessionFetch }: CassetteSession) => ({ fetch, 'session.fetch': sessionFetch })

/** Reads up to the last event that the server sends. */
async function readEvents(response: Response): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const reader = response.body?.getReader()
  if (!reader) throw new Error('The response has no body.')
  let text = ''
  while (!text.includes(EVENTS.at(-1) ?? '')) text += new TextDecoder().decode((await reader.read()).value)
  return reader
}

/** All ways to leave a stream. */
const leavings = {
  async break(send: typeof fetch, url: string) {
    let text = ''
    for await (const chunk of (await send(url)).body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (text.includes('data: 3')) break
    }
  },
  async cancel(send: typeof fetch, url: string) {
    const reader = await readEvents(await send(url))
    await reader.cancel()
  },
  async abort(send: typeof fetch, url: string) {
    const controller = new AbortController()
    const reader = await readEvents(await send(url, { signal: controller.signal }))
    controller.abort()
    await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' })
  },
  async 'abort while it reads'(send: typeof fetch, url: string) {
    const controller = new AbortController()
    const reader = await readEvents(await send(url, { signal: controller.signal }))
    const reading = expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' })
    controller.abort()
    await reading
  },
} as const

const bodies = (session: CassetteSession): string[] =>
  session.recorded.map(({ response }) => new TextDecoder().decode(response.body))

describe.each(['fetch', 'session.fetch'] as const)('with %s', (name) => {
  test.each(Object.entries(leavings))(
    'a stream that its client leaves (%s) is recorded open, and replayed open',
    async (_leaving, leave) => {
      await using upstream = await startEndless()
      const session = startRecording(server, upstream)
      const start = performance.now()
      await leave(sendersOf(session)[name], upstream.origin)
      await waitUntil(() => upstream.open() === 0)
      await session.close()
      expect(performance.now() - start).toBeLessThan(900)
      expect(bodies(session)).toEqual([EVENTS.join('')])
      expect(readFileSync(session.file, 'utf8')).toMatch(/^ {4}open_end: [\d.]+ms$/m)
      expect(parseCassette(readFileSync(session.file)).interactions[0]?.response.openEnd).toEqual({
        after: expect.closeTo(session.recorded[0]?.response.openEnd?.after ?? -1, 2),
      })

      await using replayed = openCassette(session.file, { mode: 'replay' })
      server.use(...replayed.handlers)
      await leave(sendersOf(replayed)[name], upstream.origin)
      replayed.verify()
      expect(upstream.requests).toBe(1)
    },
  )

  test('a client that reads on after an open end gets an error after a second, and the test fails', async () => {
    await using upstream = await startEndless()
    const session = startRecording(server, upstream)
    await leavings.break(sendersOf(session)[name], upstream.origin)
    await session.close()

    const running = fakeTimers(1_000)
    await using replayed = openCassette(session.file, { mode: 'replay' })
    server.use(...replayed.handlers)
    const reader = await readEvents(await sendersOf(replayed)[name](upstream.origin))
    const reading = reader.read().catch((error: unknown) => error)
    await waitUntil(() => running() === 1)
    await vi.advanceTimersByTimeAsync(999)
    expect(() => replayed.verify()).not.toThrow()
    await vi.advanceTimersByTimeAsync(1)
    expect(await reading).toBeInstanceOf(Error)
    expect(() => replayed.verify()).toThrow(
      expect.objectContaining({
        code: 'cassette_open_end',
        file: session.file,
        line: 4,
        message: expect.stringMatching(
          /^The recording of GET http:\S+ on line 4 of .+ ends here, after 27 bytes: its client left the stream 0(\.\d)? s after .+ This client has read on for 1 s\./,
        ),
      }),
    )
  })

  test('a stream without any byte that its client leaves is recorded and replayed open', async () => {
    await using upstream = await startEndless([])
    const session = startRecording(server, upstream)
    const leave = async (send: typeof fetch): Promise<void> => {
      const controller = new AbortController()
      const response = await send(upstream.origin, { signal: controller.signal })
      expect(response.headers.get('content-type')).toBe('text/event-stream')
      const reading = expect(response.text()).rejects.toMatchObject({ name: 'AbortError' })
      controller.abort()
      await reading
    }
    await leave(sendersOf(session)[name])
    await session.close()
    expect(bodies(session)).toEqual([''])
    await using replayed = openCassette(session.file, { mode: 'replay' })
    server.use(...replayed.handlers)
    await leave(sendersOf(replayed)[name])
    replayed.verify()
  })

  test('the endless GET of an MCP client stays open for as long as the client wants', async () => {
    await using upstream = await startEndless()
    const session = startRecording(server, upstream)
    const headers = { accept: 'text/event-stream', 'mcp-protocol-version': '2026-03-26' }
    const open = async (send: typeof fetch) => {
      const controller = new AbortController()
      const reader = await readEvents(await send(upstream.origin, { headers, signal: controller.signal }))
      return { reading: reader.read().catch((error: unknown) => error), controller }
    }
    const recording = await open(sendersOf(session)[name])
    recording.controller.abort()
    await recording.reading
    await session.close()

    vi.useFakeTimers()
    await using replayed = openCassette(session.file, { mode: 'replay' })
    server.use(...replayed.handlers)
    const { reading, controller } = await open(sendersOf(replayed)[name])
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    controller.abort()
    expect(await reading).toMatchObject({ name: 'AbortError' })
    replayed.verify()
  })
})

test('aborting an open replay ends it, even after a garbage collection', async () => {
  await using upstream = await startEndless()
  const session = startRecording(server, upstream)
  await leavings.break(session.fetch, upstream.origin)
  await session.close()
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  await using replayed = openCassette(session.file, { mode: 'replay', repeat: 'last' })
  server.use(...replayed.handlers)
  for (const send of [fetch, replayed.fetch]) {
    const controller = new AbortController()
    const reader = await readEvents(await send(upstream.origin, { signal: controller.signal }))
    const reading = expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' })
    for (let round = 0; round < 3; round++) {
      await sleep(20)
      collectGarbage()
    }
    controller.abort()
    await reading
  }
  replayed.verify()
})

test('a stream that is still being read when its session is closed is recorded open', async () => {
  await using upstream = await startEndless()
  const session = startRecording(server, upstream)
  for (const send of Object.values(sendersOf(session))) {
    const reader = await readEvents(await send(upstream.origin))
    void reader.read().catch(() => {})
  }
  await session.close()
  expect(bodies(session)).toEqual([EVENTS.join(''), EVENTS.join('')])
  expect(session.recorded.every(({ response }) => response.openEnd)).toBe(true)
})

test('breaking out of a stream of the OpenAI SDK records what had arrived', async () => {
  const chunk = (content: string): string =>
    `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`
  await using upstream = await startEndless(['a', 'b'].map(chunk))
  const session = startRecording(server, upstream)
  const talk = async (): Promise<unknown[]> => {
    const client = new OpenAI({ apiKey: 'not-needed', baseURL: upstream.origin })
    const stream = await client.chat.completions.create({ model: 'm', messages: [], stream: true })
    const seen: unknown[] = []
    for await (const { choices } of stream) {
      seen.push(choices[0]?.delta.content)
      if (seen.length === 2) break
    }
    return seen
  }
  expect(await talk()).toEqual(['a', 'b'])
  await waitUntil(() => upstream.open() === 0)
  await session.close()
  await using replayed = openCassette(session.file, { mode: 'replay' })
  server.use(...replayed.handlers)
  expect(await talk()).toEqual(['a', 'b'])
  replayed.verify()
})
