import { expect, test } from 'vitest'
import { replayStream } from './replay-stream.ts'
import type { TimedFrame } from './timing.ts'

const frames = (...texts: string[]): Iterator<TimedFrame, void> =>
  texts.map((text) => ({ bytes: new TextEncoder().encode(text), delay: 0 })).values()

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const chunks: string[] = []
  for await (const chunk of stream) chunks.push(new TextDecoder().decode(chunk))
  return chunks
}

test('gives each frame as a chunk of its own', async () => {
  expect(await readAll(replayStream(frames('a', 'b', 'c'), []))).toEqual(['a', 'b', 'c'])
})

test('ends at once where there is no frame', async () => {
  expect(await readAll(replayStream(frames(), []))).toEqual([])
})

test('fails with the reason of whichever signal aborts', async () => {
  const [client, session] = [new AbortController(), new AbortController()]
  const reader = replayStream(frames('a', 'b'), [client.signal, session.signal]).getReader()
  await reader.read()
  session.abort(new Error('closed'))
  await expect(reader.read()).rejects.toThrow('closed')
})

test('fails at once where a signal has aborted before', async () => {
  await expect(readAll(replayStream(frames('a'), [AbortSignal.abort(new Error('gone'))]))).rejects.toThrow('gone')
})

test('takes no more frames once it is cancelled', async () => {
  let taken = 0
  const endless: Iterator<TimedFrame, void> = {
    next: () => ({ done: false, value: { bytes: new Uint8Array([++taken]), delay: 0 } }),
  }
  const reader = replayStream(endless, []).getReader()
  await reader.read()
  await reader.cancel()
  const atCancel = taken
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(taken).toBe(atCancel)
})

test('lets one branch of a tee be cancelled while nobody reads the other', async () => {
  const [first, second] = replayStream(frames('a', 'b'), []).tee()
  await first?.cancel()
  expect(await readAll(second as ReadableStream<Uint8Array>)).toEqual([])
})
