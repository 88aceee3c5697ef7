import { expect, test } from 'vitest'
import { type Framing, findFrameEnds, findFrames, framingOf } from './frames.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const split = (body: Uint8Array, framing: Framing): Uint8Array[] => {
  const ends = findFrameEnds(body, framing)
  return ends.map((end, index) => body.subarray(ends[index - 1] ?? 0, end))
}
const texts = (body: string, framing: Framing): string[] =>
  split(bytes(body), framing).map((frame) => new TextDecoder().decode(frame))

test('splits server-sent events after their blank line, with every kind of line ending', () => {
  expect(texts('data: a\n\ndata: b\n\n', 'events')).toEqual(['data: a\n\n', 'data: b\n\n'])
  expect(texts('data: a\r\n\r\ndata: b\r\n\r\n', 'events')).toEqual(['data: a\r\n\r\n', 'data: b\r\n\r\n'])
  expect(texts('data: a\r\rdata: b\r\r', 'events')).toEqual(['data: a\r\r', 'data: b\r\r'])
  expect(texts('data: a\r\n\ndata: b\n\r\n', 'events')).toEqual(['data: a\r\n\n', 'data: b\n\r\n'])
})

test('keeps comments, multi-line data and an unfinished last event', () => {
  expect(texts(': ping\n\nevent: x\ndata: 1\ndata: 2\n\ndata: cut', 'events')).toEqual([
    ': ping\n\n',
    'event: x\ndata: 1\ndata: 2\n\n',
    'data: cut',
  ])
})

test('adds surplus blank lines to the next event, and those at the end to the last event', () => {
  expect(texts('\n\ndata: a\n\n\n\ndata: b\n\n\n', 'events')).toEqual(['\n\ndata: a\n\n', '\n\ndata: b\n\n\n'])
})

test('splits lines after their line feed', () => {
  expect(texts('{"a":1}\n{"b":2}\r\n{"c":3}', 'lines')).toEqual(['{"a":1}\n', '{"b":2}\r\n', '{"c":3}'])
})

test('splits AWS messages by their length prefix, and does not split a body without one', () => {
  const message = (length: number): number[] => [0, 0, 0, length, ...Array.from({ length: length - 4 }, () => 7)]
  const body = new Uint8Array([...message(16), ...message(20), 1, 2, 3])
  expect(split(body, 'messages').map((frame) => frame.length)).toEqual([16, 20, 3])
  expect(split(bytes('no message at all'), 'messages').map((frame) => frame.length)).toEqual([17])
})

test('frames contain exactly the bytes of the body, at whichever byte it is cut off', () => {
  const body = bytes('\n: hi\r\n\r\nevent: a\ndata: Olá\n\ndata: b\r\rdata: [DONE]\n\n\n')
  for (const framing of ['events', 'lines', 'messages', 'whole'] as const) {
    for (let end = 0; end <= body.length; end++) {
      const frames = split(body.slice(0, end), framing)
      expect(frames.flatMap((frame) => [...frame])).toEqual([...body.slice(0, end)])
      expect(frames.every((frame) => frame.length > 0)).toBe(true)
    }
  }
})

test('detects the framing by the content type, and does not split a JSON error sent as an event stream', () => {
  const framings = {
    events: framingOf('text/event-stream; charset=utf-8', bytes('data: a\n\n')),
    error: framingOf('text/event-stream', bytes('\n [{\n"error": 1\n\n}]')),
    ndjson: framingOf('application/x-ndjson', bytes('{}\n{}\n')),
    bedrock: framingOf('application/vnd.amazon.eventstream', bytes('')),
    json: framingOf('application/json', bytes('{}')),
    none: framingOf('', bytes('data: a\n\n')),
  }
  expect(framings).toEqual({
    events: 'events',
    error: 'whole',
    ndjson: 'lines',
    bedrock: 'messages',
    json: 'whole',
    none: 'whole',
  })
})

test('frames are found as far as they are requested, and only once', () => {
  const body = bytes('data: 1\n\ndata: 2\n\ndata: 3\n\n')
  const endOf = findFrames(body, 'events')
  expect(endOf(0)).toBe(9)
  // A frame that is already found does not change; the next one is searched in what the body is then.
  body[8] = 0x20
  body[17] = 0x20
  expect([endOf(0), endOf(1), endOf(2), endOf(0)]).toEqual([9, 27, undefined, 9])
})
