import { expect, test, vi } from 'vitest'
import { fakeTimers } from '../../test/fake-timers.ts'
import type { StreamEnd } from './replay-body.ts'
import { replayStream, type Transport } from './replay-stream.ts'
import type { TimedBody } from './timing.ts'

const pieces = (...texts: string[]): TimedBody => ({
  bytes: new TextEncoder().encode(texts.join('')),
  endOf: (index) => (index < texts.length ? texts.slice(0, index + 1).join('').length : undefined),
  delay: () => 0,
})

const play = (timed: TimedBody, signals: readonly AbortSignal[], transport?: Transport, openEnd?: StreamEnd) =>
  replayStream({ timed, signals, openEnd }, transport)

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const chunks: string[] = []
  for await (const chunk of stream) chunks.push(new TextDecoder().decode(chunk))
  return chunks
}

test('delivers each piece as a separate chunk', async () => {
  expect(await readAll(play(pieces('a', 'b', 'c'), []))).toEqual(['a', 'b', 'c'])
})

test('ends immediately if there are no pieces', async () => {
  expect(await readAll(play(pieces(), []))).toEqual([])
})

test('fails with the reason of the signal that aborts', async () => {
  const [client, session] = [new AbortController(), new AbortController()]
  const reader = play(pieces('a', 'b'), [client.signal, session.signal]).getReader()
  await reader.read()
  session.abort(new Error('closed'))
  await expect(reader.read()).rejects.toThrow('closed')
})

test('fails immediately if a signal has already aborted', async () => {
  await expect(readAll(play(pieces('a'), [AbortSignal.abort(new Error('gone'))]))).rejects.toThrow('gone')
})

test('requests no more delays after it is cancelled', async () => {
  let delays = 0
  const body: TimedBody = {
    ...pieces('a', 'b', 'c', 'd'),
    delay: () => {
      delays++
      return 0
    },
  }
  const reader = play(body, []).getReader()
  await reader.read()
  await reader.cancel()
  const atCancel = delays
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect({ delays, atCancel }).toEqual({ delays: atCancel, atCancel: 1 })
})

test('delivers more undelayed pieces than fit in a batch, each as a separate chunk', async () => {
  const body = pieces(...Array.from({ length: 250 }, (_, index) => `${index} `.padEnd(1_000)))
  const chunks = await readAll(play(body, [], 'direct'))
  expect({ count: chunks.length, all: chunks.join('') }).toEqual({
    count: 250,
    all: new TextDecoder().decode(body.bytes),
  })
})

test('a client that writes into chunks or transfers them does not change the recording', async () => {
  const body = pieces('a', 'b')
  for await (const chunk of play(body, [], 'direct')) chunk.fill(0)
  for await (const chunk of play(body, [])) structuredClone(chunk.fill(0), { transfer: [chunk.buffer] })
  expect(await readAll(play(body, []))).toEqual(['a', 'b'])
})

test('one branch of a tee can be cancelled while the other is not read', async () => {
  const [first, second] = play(pieces('a', 'b'), []).tee()
  await first?.cancel()
  expect(await readAll(second as ReadableStream<Uint8Array>)).toEqual([])
})

test.each(['direct', 'msw2', 'socket'] as const)(
  'an abort takes effect after the piece that was read (%s)',
  async (transport) => {
    const client = new AbortController()
    const body = pieces(...Array.from({ length: 20 }, (_, index) => `${index} `))
    const read: string[] = []
    const reading = (async () => {
      for await (const chunk of play(body, [client.signal], transport)) {
        read.push(new TextDecoder().decode(chunk))
        if (read.length === 3) client.abort(new Error('enough'))
      }
    })()
    await expect(reading).rejects.toThrow('enough')
    expect(read).toEqual(['0 ', '1 ', '2 '])
  },
)

test.each(['direct', 'msw2', 'socket'] as const)(
  'each undelayed piece arrives in a turn of its own (%s)',
  async (transport) => {
    let turn = 0
    let immediate = setImmediate(function count() {
      turn++
      immediate = setImmediate(count)
    })
    const turns = new Set<number>()
    for await (const _chunk of play(pieces(...'abcdefghijklmnopqrst'), [], transport)) turns.add(turn)
    clearImmediate(immediate)
    expect(turns.size).toBe(20)
  },
)

test('several reads that wait at the same time get one piece each, in turns of their own', async () => {
  let turn = 0
  let immediate = setImmediate(function count() {
    turn++
    immediate = setImmediate(count)
  })
  const reader = play(pieces('a', 'b', 'c'), [], 'direct').getReader()
  const turns = new Set<number>()
  const reads = [1, 2, 3, 4].map(async () => {
    const { value, done } = await reader.read()
    if (!done) turns.add(turn)
    return value && new TextDecoder().decode(value)
  })
  expect(await Promise.all(reads)).toEqual(['a', 'b', 'c', undefined])
  clearImmediate(immediate)
  expect(turns.size).toBe(3)
})

test('a socket gets an empty chunk for an empty body, and other clients get none', async () => {
  expect({
    socket: await readAll(play(pieces(), [], 'socket')),
    direct: await readAll(play(pieces(), [], 'direct')),
  }).toEqual({ socket: [''], direct: [] })
})

test('each piece waits for its delay, and a cancelled stream waits no longer', async () => {
  const waiting = fakeTimers(70)
  const reader = play({ ...pieces('a', 'b'), delay: () => 70 }, []).getReader()
  const first = reader.read()
  await vi.advanceTimersByTimeAsync(0)
  expect(waiting()).toBe(1)
  await vi.advanceTimersByTimeAsync(70)
  expect((await first).value).toEqual(new TextEncoder().encode('a'))
  void reader.read()
  await vi.advanceTimersByTimeAsync(0)
  expect(waiting()).toBe(1)
  await reader.cancel()
  expect(waiting()).toBe(0)
})

test('a stream with an open end stays open after its last piece, and fails when the patience ends', async () => {
  const waiting = fakeTimers(1_234)
  const failure = new Error('The client reads on.')
  const fail = vi.fn(() => failure)
  const reader = play(pieces('a'), [], 'direct', { patience: 1_234, fail }).getReader()
  const first = reader.read()
  await vi.advanceTimersByTimeAsync(0)
  expect((await first).done).toBe(false)
  const second = reader.read().catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(0)
  expect({ waiting: waiting(), failed: fail.mock.calls.length }).toEqual({ waiting: 1, failed: 0 })
  await vi.advanceTimersByTimeAsync(1_234)
  expect([await second, fail.mock.calls.length]).toEqual([failure, 1])
})

test('a client that leaves an open end in time gets no failure, and one without a limit sets no timer', async () => {
  const waiting = fakeTimers(1_234)
  const fail = vi.fn(() => new Error('The client reads on.'))
  const client = new AbortController()
  const left = play(pieces(), [client.signal], 'direct', { patience: 1_234, fail }).getReader().read()
  void left.catch(() => {})
  await vi.advanceTimersByTimeAsync(0)
  client.abort(new Error('gone'))
  await expect(left).rejects.toThrow('gone')
  const patient = play(pieces(), [], 'direct', { patience: Number.POSITIVE_INFINITY, fail }).getReader()
  const reading = patient.read()
  await vi.advanceTimersByTimeAsync(10_000)
  expect({ waiting: waiting(), failed: fail.mock.calls.length }).toEqual({ waiting: 0, failed: 0 })
  await patient.cancel()
  expect((await reading).done).toBe(true)
})
