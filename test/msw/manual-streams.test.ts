import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { http, passthrough } from 'msw'
import { type CassetteSession, openCassette, parseCassette } from 'msw-cassette'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()
afterEach(() => vi.useRealTimers())

const EVENTS = ['data: O\n\n', 'data: l\n\n', 'data: á\n\n']
const MANUAL = { mode: 'replay', timing: 'manual' } as const
const open = (...responses: string[]): CassetteSession =>
  openCassette(buildCassette(...responses.map((response) => ({ response, type: 'text/event-stream' }))), MANUAL)

/** An interface that shows the text of a stream as it arrives. */
class View {
  text = ''
  state: 'waiting' | 'done' | 'failed' = 'waiting'
  error: unknown
  readonly #abort = new AbortController()

  async load(send: typeof fetch, url = CHAT): Promise<void> {
    try {
      const response = await send(url, { signal: this.#abort.signal })
      for await (const chunk of response.body ?? []) this.text += new TextDecoder().decode(chunk)
      this.state = 'done'
    } catch (error) {
      this.state = 'failed'
      this.error = error
    }
  }

  stop(): void {
    this.#abort.abort()
  }
}

const ways = ['MSW', 'session.fetch', 'listen()'] as const

async function start(
  session: CassetteSession,
  way: (typeof ways)[number],
): Promise<{ send: typeof fetch; url: string }> {
  if (way === 'MSW') server.use(...session.handlers)
  if (way !== 'listen()') return { send: way === 'MSW' ? fetch : session.fetch, url: CHAT }
  server.use(http.all(/^http:\/\/127\.0\.0\.1/, () => passthrough()))
  const { url } = await session.listen({ routes: { api: 'https://api.test' } })
  return { send: fetch, url: `${url}/api/v1/chat` }
}

test.each(ways)('the test sees the interface in the middle of an answer, through %s', async (way) => {
  await using session = open(EVENTS.join(''))
  const { send, url } = await start(session, way)
  const view = new View()
  const loading = view.load(send, url)
  const stream = session.stream(0)
  const shows = (text: string) =>
    way === 'listen()' ? expect.poll(() => view.text).toBe(text) : expect(view.text).toBe(text)
  await stream.next(2)
  await shows('data: O\n\ndata: l\n\n')
  await stream.next()
  await shows(EVENTS.join(''))
  expect(view.state).toBe('waiting')
  await stream.rest()
  await loading
  expect(view.state).toBe('done')
  session.verify()
})

test.each(ways)('a stream that fails is an error of the network for the client, through %s', async (way) => {
  await using session = open(EVENTS.join(''))
  const { send, url } = await start(session, way)
  const view = new View()
  const loading = view.load(send, url)
  await session.stream(0).next()
  await session.stream(0).fail()
  await loading
  expect([view.state, view.error instanceof TypeError]).toEqual(['failed', true])
  session.verify()
  await expect(session.stream(0).next()).rejects.toThrow(
    'next() of stream(0) of test.yaml had no effect: it failed after 1 event',
  )
})

test.each(ways.slice(0, 2))('a stop button works, and the stopped stream is finished, through %s', async (way) => {
  await using session = open(EVENTS.join(''))
  const { send, url } = await start(session, way)
  const view = new View()
  const loading = view.load(send, url)
  await session.stream(0).next(2)
  view.stop()
  await loading
  await expect(session.stream(0).rest()).rejects.toThrow('its client left after 2 events')
  expect(view.text).toBe('data: O\n\ndata: l\n\n')
  session.verify()
})

test('no timer is used: everything works while a test fakes them', async () => {
  vi.useFakeTimers()
  await using session = open(EVENTS.join(''))
  const view = new View()
  const loading = view.load(session.fetch)
  await session.stream(0).next(1)
  expect(view.text).toBe('data: O\n\n')
  await session.stream(0).rest()
  await loading
  expect(view.state).toBe('done')
})

test('several streams are numbered in the order in which they begin, and other answers are not controlled', async () => {
  await using session = openCassette(
    buildCassette(
      { response: 'a\n', type: 'application/x-ndjson' },
      { response: '{}', type: 'application/json' },
      { response: 'b\n', type: 'application/x-ndjson' },
    ),
    MANUAL,
  )
  const [first, second] = [new View(), new View()]
  const loading = first.load(session.fetch)
  await session.stream(0).next()
  expect(await (await session.fetch(CHAT)).text()).toBe('{}')
  const later = second.load(session.fetch)
  await session.stream(1).rest()
  expect([first.text, first.state, second.text, second.state]).toEqual(['a\n', 'waiting', 'b\n', 'done'])
  await session.stream(0).rest()
  await Promise.all([loading, later])
  session.verify()
})

test('a test that forgets rest() fails with a sentence', async () => {
  await using session = open(EVENTS.join(''))
  void new View().load(session.fetch)
  await session.stream(0).next()
  expect(() => session.verify()).toThrow(
    'The test ended while stream(0) of test.yaml was open, after 1 event. Let it end with rest(), or break it with fail().',
  )
})

test('more events than a stream has are an error, and the stream then has ended', async () => {
  await using session = open(EVENTS.join(''))
  const view = new View()
  const loading = view.load(session.fetch)
  await expect(session.stream(0).next(9)).rejects.toThrow(
    'next(9) of stream(0) of test.yaml had no effect: it ended after 3 events.',
  )
  await loading
  expect(view.state).toBe('done')
})

test.each([0, -1, 1.5, Number.NaN, '1' as never])('next(%s) and stream(%s) are refused', async (value) => {
  await using session = open(EVENTS.join(''))
  await expect(session.stream(0).next(value)).rejects.toMatchObject({ code: 'cassette_option' })
  if (value !== 0) await expect(session.stream(value).rest()).rejects.toThrow('must be the number of a stream')
})

test('stream() of a session with another timing is refused', async () => {
  await using session = openCassette(buildCassette({}), { mode: 'replay' })
  expect(() => session.stream(0)).toThrow("session.stream() needs the option timing: 'manual'.")
})

test('the same test records, event by event although the provider sends half events, and replays without a call', async () => {
  await using provider = await startServer(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of ['data: O\n', '\ndata: l\n\nda', 'ta: á\n\n']) {
      response.write(piece)
      await sleep(5)
    }
    response.end()
  })
  const file = join(makeTempFolder(), 'a.yaml')
  const run = async (mode: 'once' | 'replay'): Promise<string[]> => {
    await using session = openCassette(file, { mode, timing: 'manual', hosts: [provider.host] })
    const view = new View()
    const loading = view.load(session.fetch, provider.origin)
    const seen: string[] = []
    for (let event = 0; event < 3; event++) {
      await session.stream(0).next()
      seen.push(view.text)
    }
    await session.stream(0).rest()
    await loading
    session.verify()
    return [...seen, view.state]
  }
  const expected = [EVENTS[0], EVENTS.slice(0, 2).join(''), EVENTS.join(''), 'done']
  expect([await run('once'), await run('replay')]).toEqual([expected, expected])
  const { interactions } = parseCassette(readFileSync(file))
  expect({ calls: provider.requests, end: interactions[0]?.response.openEnd }).toEqual({ calls: 1, end: undefined })
})
