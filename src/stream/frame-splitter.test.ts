import { expect, test } from 'vitest'
import { FrameSplitter } from './frame-splitter.ts'
import type { Framing } from './frames.ts'

const message = (length: number): number[] => [0, 0, 0, length, ...Array(length - 4).fill(7)]

async function split(framing: Framing, bytes: Uint8Array, chunkSize: number): Promise<string[]> {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += chunkSize) controller.enqueue(bytes.slice(at, at + chunkSize))
      controller.close()
    },
  })
  const splitter = new FrameSplitter(source, framing)
  const frames: string[] = []
  for (let frame = await splitter.next(); frame; frame = await splitter.next())
    frames.push(new TextDecoder().decode(frame))
  return frames
}

const lf = ['data: Ol\n\n', ': ping\ndata: á\n\n']

test.each<[string, Framing, string[]]>([
  ['events', 'events', lf],
  ['events with CRLF', 'events', ['data: a\r\n\r\n', 'data: b\r\n\r\n']],
  ['an incomplete last event', 'events', ['data: a\n\n', 'data: b']],
  ['lines', 'lines', ['{"a":1}\n', '{"a":2}\n', '{']],
  ['nothing', 'events', []],
])('%s are split in the same way, whatever the chunks are', async (_, framing, frames) => {
  const bytes = new TextEncoder().encode(frames.join(''))
  for (const size of [1, 2, 3, 5, 100]) expect(await split(framing, bytes, size)).toEqual(frames)
})

test('messages of AWS are split by their lengths', async () => {
  const bytes = Uint8Array.from([...message(16), ...message(20)])
  const decode = (length: number): string => new TextDecoder().decode(Uint8Array.from(message(length)))
  for (const size of [1, 7, 16, 36]) expect(await split('messages', bytes, size)).toEqual([decode(16), decode(20)])
})

test('an event is passed on as soon as it is complete, before the next one begins', async () => {
  const source = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: a\n\n')),
  })
  expect(new TextDecoder().decode(await new FrameSplitter(source, 'events').next())).toBe('data: a\n\n')
})
