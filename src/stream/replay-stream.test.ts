import { expect, test } from 'vitest'
import { replayStream } from './replay-stream.ts'
import type { TimedBody } from './timing.ts'

const pieces = (...texts: string[]): TimedBody => ({
  bytes: new TextEncoder().encode(texts.join('')),
  ends: texts.map((_, index) => texts.slice(0, index + 1).join('').length),
  delay: () => 0,
})

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const chunks: string[] = []
  for await (const chunk of stream) chunks.push(new TextDecoder().decode(chunk))
  return chunks
}

test('gives each piece as a chunk of its own', async () => {
  expect(await readAll(replayStream(pieces('a', 'b', 'c'), []))).toEqual(['a', 'b', 'c'])
})

test('ends at once where there is no piece', async () => {
  expect(await readAll(replayStream(pieces(), []))).toEqual([])
})

test('fails with the reason of whichever signal aborts', async () => {
  const [client, session] = [new AbortController(), new AbortController()]
  const reader = replayStream(pieces('a', 'b'), [client.signal, session.signal]).getReader()
  await reader.read()
  session.abort(new Error('closed'))
  await expect(reader.read()).rejects.toThrow('closed')
})

test('fails at once where a signal has aborted before', async () => {
  await expect(readAll(replayStream(pieces('a'), [AbortSignal.abort(new Error('gone'))]))).rejects.toThrow('gone')
})

test('plans no more pieces once it is cancelled', async () => {
  let planned = 0
  const body: TimedBody = {
    ...pieces('a', 'b', 'c', 'd'),
    delay: () => {
      planned++
      return 0
    },
  }
  const reader = replayStream(body, []).getReader()
  await reader.read()
  await reader.cancel()
  const atCancel = planned
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect({ planned, atCancel }).toEqual({ planned: atCancel, atCancel: 1 })
})

test('gives pieces that wait for nothing in batches of bounded size, each as a chunk of its own', async () => {
  const body = pieces(...Array.from({ length: 250 }, (_, index) => `${index} `.padEnd(1_000)))
  const chunks = await readAll(replayStream(body, [], 'direct'))
  expect({ count: chunks.length, all: chunks.join('') }).toEqual({
    count: 250,
    all: new TextDecoder().decode(body.bytes),
  })
})

test('a client may write into what it reads, and transfer it: the recording stays as it is', async () => {
  const body = pieces('a', 'b')
  for await (const chunk of replayStream(body, [], 'direct')) chunk.fill(0)
  for await (const chunk of replayStream(body, [])) structuredClone(chunk.fill(0), { transfer: [chunk.buffer] })
  expect(await readAll(replayStream(body, []))).toEqual(['a', 'b'])
})

test('lets one branch of a tee be cancelled while nobody reads the other', async () => {
  const [first, second] = replayStream(pieces('a', 'b'), []).tee()
  await first?.cancel()
  expect(await readAll(second as ReadableStream<Uint8Array>)).toEqual([])
})
