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
  ['events with CR', 'events', ['data: a\r\r', 'data: b\rdata: c\r\r']],
  ['events with mixed line endings', 'events', ['data: a\n\r\n', 'data: b\r\n\n', 'data: c\r\n\r\n']],
  ['events after blank lines', 'events', ['\n\n\ndata: a\n\n', 'data: b\n\n']],
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

/** Bytes in small chunks, before which nothing ends. */
function inSmallChunks(piece: Uint8Array, count: number, ...ends: Uint8Array[]): ReadableStream<Uint8Array> {
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      const chunk = sent < count ? piece : ends[sent - count]
      sent++
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
  })
}

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

// If each chunk read all bytes before it, this would be 200 GB.
test.each<[Framing, Uint8Array, Uint8Array[]]>([
  ['events', toBytes(`data: ${'x'.repeat(57)}\n`), [toBytes('\n'), toBytes('data: b\n\n')]],
  ['lines', toBytes('x'.repeat(64)), [toBytes('\n'), toBytes('b\n')]],
  ['whole', toBytes('x'.repeat(64)), []],
])('a huge frame of %s in 80,000 chunks is read in linear time', async (framing, piece, ends) => {
  const splitter = new FrameSplitter(inSmallChunks(piece, 80_000, ...ends), framing)
  const sizes: number[] = []
  for (let frame = await splitter.next(); frame; frame = await splitter.next()) sizes.push(frame.length)
  expect(sizes).toEqual([80_000 * 64 + (ends[0]?.length ?? 0), ...ends.slice(1).map(({ length }) => length)])
})

test('a huge message of AWS in 80,000 chunks is read in linear time', async () => {
  const head = new Uint8Array(64)
  new DataView(head.buffer).setUint32(0, 80_001 * 64)
  let isFirst = true
  const source = inSmallChunks(new Uint8Array(64), 80_000).pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (isFirst) controller.enqueue(head)
        isFirst = false
        controller.enqueue(chunk)
      },
    }),
  )
  expect((await new FrameSplitter(source, 'messages').next())?.length).toBe(80_001 * 64)
})
