import { expect, test, vi } from 'vitest'
import { buildCassette, CHAT, readChunks } from '../../test/build-cassette.ts'
import { openCassette } from '../open/open-fetch-session.ts'
import type { Fault } from './fault.ts'

const EVENTS = ['data: {"text":"Ol"}\n\n', 'data: {"text":"á"}\n\n', 'data: [DONE]\n\n']
const STREAM = { response: EVENTS.join(''), type: 'text/event-stream' }

const open = (...faults: Fault[]) => openCassette(buildCassette(STREAM), { mode: 'replay', faults })

/** Reads the chunks of an answer until it ends, and how it ends. */
async function read(response: Response): Promise<{ chunks: string[]; end: string }> {
  const chunks: string[] = []
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) chunks.push(decoder.decode(chunk, { stream: true }))
    return { chunks, end: 'complete' }
  } catch (error) {
    return { chunks, end: String((error as Error).cause) }
  }
}

test('a status comes before the recording, and the retry gets the recording', async () => {
  const session = open({ at: 0, status: 529, headers: { 'X-Request': '1', 'retry-after': '30' } })
  const busy = await session.fetch(CHAT)
  expect({ status: busy.status, headers: Object.fromEntries(busy.headers), body: await busy.json() }).toEqual({
    status: 529,
    headers: { 'content-type': 'application/json', 'retry-after': '0', 'x-request': '1' },
    body: { error: { message: 'Overloaded', type: 'server_error', param: null, code: null } },
  })
  expect(await readChunks((await session.fetch(CHAT)).body)).toEqual(EVENTS)
  session.verify()
})

test('an interaction that only a fault answered counts as played', async () => {
  const session = open({ at: 0, status: 500, body: 'gone' })
  expect(await (await session.fetch(CHAT)).text()).toBe('gone')
  session.verify()
  expect(session.unplayed).toEqual([])
})

test('several faults of one request happen one after the other, as often as they should', async () => {
  const session = open({ at: 0, status: 429, times: 2 }, { at: 0, status: 500 })
  const statuses = []
  for (let count = 0; count < 4; count++) statuses.push((await session.fetch(CHAT)).status)
  expect(statuses).toEqual([429, 429, 500, 200])
  session.verify()
})

test('with recorded timing, a status keeps its retry-after', async () => {
  const faults = [{ at: 0, status: 429, headers: { 'retry-after': '30' } }]
  const session = openCassette(buildCassette(STREAM), { mode: 'replay', timing: 'recorded', faults })
  expect((await session.fetch(CHAT)).headers.get('retry-after')).toBe('30')
})

test.each<[Fault, string[], string]>([
  [{ cutAfter: 0 }, [], 'Error: read ECONNRESET'],
  [{ cutAfter: 1 }, EVENTS.slice(0, 1), 'Error: read ECONNRESET'],
  [{ cutAfter: 3 }, EVENTS, 'Error: read ECONNRESET'],
  [{ cutAfter: 0, cutAs: 'end' }, [], 'complete'],
  [{ cutAfter: 2, cutAs: 'end' }, EVENTS.slice(0, 2), 'complete'],
  [{ cutAfter: { bytes: 3 }, cutAs: 'end' }, ['dat'], 'complete'],
  [{ cutAfter: { events: 2, inside: 'event' }, cutAs: 'end' }, [...EVENTS.slice(0, 2), 'data: ['], 'complete'],
  [{ cutAfter: { events: 0, inside: 'character' }, cutAs: 'end' }, [EVENTS[0] ?? '', 'data: {"text":"'], 'complete'],
  [{ malformed: 0 }, ['data: {"text\n\n', ...EVENTS.slice(1)], 'complete'],
  [{ duplicate: 1 }, [EVENTS[0], EVENTS[1], EVENTS[1], EVENTS[2]] as string[], 'complete'],
])('%j sends %j and ends with %s', async (fault, chunks, end) => {
  const session = open({ at: 0, ...fault })
  expect(await read(await session.fetch(CHAT))).toEqual({ chunks, end })
  session.verify()
})

test('a clean cut has the length of what is sent, and a broken answer has none', async () => {
  const length = async (fault: Fault) => (await open({ at: 0, ...fault }).fetch(CHAT)).headers.get('content-length')
  expect([await length({ cutAfter: 1, cutAs: 'end' }), await length({ cutAfter: 1 })]).toEqual([
    String(EVENTS[0]?.length),
    null,
  ])
})

test('after a cut, the retry gets the whole answer', async () => {
  const session = open({ at: 0, cutAfter: 1 })
  await read(await session.fetch(CHAT))
  expect(await read(await session.fetch(CHAT))).toEqual({ chunks: EVENTS, end: 'complete' })
  session.verify()
})

test('a stalled answer ends when its client leaves', async () => {
  const session = open({ at: 0, stallAfter: 2 })
  const client = new AbortController()
  const { body } = await session.fetch(CHAT, { signal: client.signal })
  const reader = body?.getReader()
  await reader?.read()
  await reader?.read()
  const stalled = reader?.read()
  client.abort(new Error('stop'))
  await expect(stalled).rejects.toThrow('stop')
  session.verify()
})

test('a stalled answer ends when the session is closed', async () => {
  const session = open({ at: 0, stallAfter: 0 })
  const reading = read(await session.fetch(CHAT))
  await session.close()
  expect((await reading).chunks).toEqual([])
})

test('a slow first event is controlled by fake timers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const session = open({ at: 0, firstEventAfter: 60_000 })
    const { status, body } = await session.fetch(CHAT)
    const reading = readChunks(body)
    expect(status).toBe(200)
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await reading).toEqual(EVENTS)
  } finally {
    vi.useRealTimers()
  }
})

test.each<['refused' | 'reset', string]>([
  ['refused', 'ECONNREFUSED'],
  ['reset', 'ECONNRESET'],
])('a connection that is %s fails with %s', async (connection, code) => {
  const session = open({ at: 0, connection })
  await expect(session.fetch(CHAT)).rejects.toMatchObject({ message: 'fetch failed', cause: { code } })
  expect((await session.fetch(CHAT)).status).toBe(200)
  session.verify()
})

test('a function selects one request', async () => {
  const urls = ['https://api.test/a', 'https://api.test/b'] as const
  const faults: Fault[] = [{ when: ({ url }) => url.endsWith('/b'), status: 503 }]
  const session = openCassette(buildCassette({ url: urls[0] }, { url: urls[1] }), { mode: 'replay', faults })
  const statuses = []
  for (const url of [...urls, urls[1]]) statuses.push((await session.fetch(url)).status)
  expect(statuses).toEqual([200, 503, 200])
  session.verify()
})

test('a chance with a seed selects the same requests on every run, and prints the seed', async () => {
  const print = vi.spyOn(console, 'info').mockReturnValue()
  const run = async (seed: number): Promise<number[]> => {
    const faults = [{ chance: 0.5, seed, status: 503 }]
    const session = openCassette(buildCassette(STREAM), { mode: 'replay', repeat: 'all', faults })
    const statuses = []
    for (let count = 0; count < 12; count++) statuses.push((await session.fetch(CHAT)).status)
    return statuses
  }
  const first = await run(1)
  expect(await run(1)).toEqual(first)
  expect(await run(2)).not.toEqual(first)
  expect(new Set(first)).toEqual(new Set([200, 503]))
  expect(print).toHaveBeenCalledWith('[msw-cassette] test.yaml: faults[0] uses the seed 1.')
  print.mockRestore()
})

test('a rewound session has its faults again', async () => {
  const session = open({ at: 0, status: 500 })
  await session.fetch(CHAT)
  session.rewind()
  expect((await session.fetch(CHAT)).status).toBe(500)
})

test('a body without an answer can have no fault in it', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const faults: Fault[] = [{ when: () => true, cutAfter: 0 }]
  const session = openCassette(buildCassette({ status: 204 }), { mode: 'replay', faults })
  expect((await session.fetch(CHAT)).status).toBe(400)
  expect(() => session.verify()).toThrow('must be a status or a failed connection, because the answer has no body')
  print.mockRestore()
})

test.each<[string, Fault]>([
  ['ends', { at: 0, cutAfter: 1, cutAs: 'end' }],
  ['breaks', { at: 0, cutAfter: 1 }],
])('a served answer %s', async (how, fault) => {
  const session = open(fault)
  await using served = await session.listen({ routes: { api: new URL(CHAT).origin } })
  const read = async () => (await fetch(`${served.urlFor('api')}/v1/chat`)).text()
  if (how === 'ends') expect(await read()).toBe(EVENTS[0])
  else await expect(read()).rejects.toThrow('terminated')
  expect(await read()).toBe(STREAM.response)
  session.verify()
})
