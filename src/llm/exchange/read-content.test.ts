import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodeAwsEvent } from '../../../test/llm/encode-aws-frame.ts'
import { type Content, readContent } from './read-content.ts'

const read = (body: string | Uint8Array, type = '', encoding = ''): Content =>
  readContent(typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body), { type, encoding })

const one = { kind: 'events', events: [{ name: undefined, data: '{"a":1}', json: { a: 1 } }] }

test.each<[string, Content, object]>([
  ['JSON', read('{"a":1}'), { kind: 'json', value: { a: 1 } }],
  ['JSON with the type of an event stream', read('{"a":1}', 'text/event-stream'), { kind: 'json', value: { a: 1 } }],
  ['JSON with a byte order mark', read('\ufeff{"a":1}'), { kind: 'json', value: { a: 1 } }],
  ['compressed JSON without its header', read(gzipSync('{"a":1}')), { kind: 'json', value: { a: 1 } }],
  ['compressed JSON', read(brotliCompressSync('{"a":1}'), '', 'br'), { kind: 'json', value: { a: 1 } }],
  ['events without their type', read('data: {"a":1}\n\n'), one],
  ['events with carriage returns', read('data: {"a":1}\r\n\r\n', 'text/event-stream'), one],
  ['an event whose end was removed', read('data: {"a":1}', 'text/event-stream'), one],
  ['comments between events', read(': wait\n\n: wait\n\ndata: {"a":1}\n\n'), one],
  ['an empty body', read(''), { kind: 'empty' }],
  ['text', read('hello', 'text/plain'), { kind: 'text', text: 'hello' }],
  ['JSON that was cut', read('{"a":', 'application/json'), { kind: 'text', text: '{"a":' }],
  ['a sound', read(Uint8Array.of(0xff, 0xfb), 'audio/mpeg; x=1'), { kind: 'bytes', type: 'audio/mpeg', length: 2 }],
  [
    'a sound whose type has its rate',
    read(new Uint8Array(4000).fill(255), 'audio/L16; rate=2000'),
    { kind: 'bytes', type: 'audio/l16', length: 4000, duration: 1000 },
  ],
])('%s is parsed', (_name, content, expected) => {
  expect(content).toEqual(expected)
})

test('named events and events of several lines are parsed', () => {
  expect(read('event: ping\ndata: 1\n\ndata: {"a":\ndata: 2}\n\n', 'text/event-stream')).toEqual({
    kind: 'events',
    events: [
      { name: 'ping', data: '1', json: 1 },
      { name: undefined, data: '{"a":\n2}', json: { a: 2 } },
    ],
  })
})

test('lines of JSON are events, whatever their content type, and a line that was cut has no JSON', () => {
  expect(read('{"a":1}\n{"a":2}\n{"a"', 'application/json')).toEqual({
    kind: 'events',
    events: [
      { name: undefined, data: '{"a":1}\n', json: { a: 1 } },
      { name: undefined, data: '{"a":2}\n', json: { a: 2 } },
      { name: undefined, data: '{"a"', json: undefined },
    ],
  })
})

test('messages of AWS are events, and those with a wrong checksum are left out', () => {
  const frame = encodeAwsEvent('chunk', { a: 1 })
  const changed = Buffer.from(frame)
  changed.writeUInt8(0, frame.length - 6)
  expect(read(Buffer.concat([frame, changed, frame.subarray(0, 20)]))).toEqual({
    kind: 'events',
    events: [{ name: 'chunk', data: '{"a":1}', json: { a: 1 } }],
  })
})

test('a form is parsed into its parts', () => {
  const form = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n'
  expect(read(form, 'multipart/form-data; boundary=b')).toEqual({
    kind: 'multipart',
    parts: [{ headers: ['content-disposition: form-data; name="a"'], content: '1' }],
  })
})
