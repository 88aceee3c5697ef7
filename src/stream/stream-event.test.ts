import { expect, test } from 'vitest'
import { readStreamEvent } from './stream-event.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

test.each<[string, string, unknown]>([
  ['a name and JSON', 'event: a\ndata: {"b":1}\n\n', { name: 'a', data: '{"b":1}', json: { b: 1 } }],
  ['text', 'data: [DONE\n\n', { name: undefined, data: '[DONE', json: undefined }],
  ['several lines', 'data: a\r\ndata:b\rdata\ndata:  c', { name: undefined, data: 'a\nb\n\n c', json: undefined }],
  ['only a name', 'event:a\n\n', { name: 'a', data: '', json: undefined }],
  ['the last of two names', 'event: a\nevent: b\ndata: 1', { name: 'b', data: '1', json: expect.anything() }],
  ['other fields', 'id: 1\nretry: 2\nxdata: 3\ndatax: 4\n data: 5\n: data: 6\n\n', undefined],
  ['an empty frame', '\n', undefined],
])('a server-sent event is read: %s', (_title, text, event) => {
  expect(readStreamEvent(encode(text), 'events')).toEqual(event)
})

test('a line or a whole body is an event without a name', () => {
  expect(readStreamEvent(encode('{"a":"event: b"}\n'), 'lines')).toEqual({
    name: undefined,
    data: '{"a":"event: b"}\n',
    json: { a: 'event: b' },
  })
})

interface Header {
  readonly name: string
  readonly value: string
  readonly type?: number
}

/** A message of AWS; its checksums are zero. */
function writeMessage(headers: readonly Header[], data: string): Uint8Array<ArrayBuffer> {
  const fields = headers.flatMap(({ name, value, type = 7 }) => [
    ...[name.length, ...encode(name), type, value.length >> 8, value.length & 0xff],
    ...encode(value),
  ])
  const length = 16 + fields.length + encode(data).length
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, length)
  view.setUint32(4, fields.length)
  bytes.set([...fields, ...encode(data)], 12)
  return bytes
}

const EVENT = { name: ':event-type', value: 'chunk' }

test.each<[string, readonly Header[], string, unknown]>([
  ['an event', [EVENT, { name: ':message-type', value: 'event' }], '{"a":1}', { name: 'chunk', json: { a: 1 } }],
  ['an exception', [EVENT, { name: ':message-type', value: 'exception' }], '{}', { name: 'exception', json: {} }],
  ['a long header', [{ name: 'x', value: 'v'.repeat(700) }, EVENT], '{}', { name: 'chunk', json: {} }],
  [
    'a header of another type',
    [EVENT, { name: 'x', value: 'v', type: 6 }, { ...EVENT, value: 'b' }],
    '{}',
    { name: 'chunk', json: {} },
  ],
  ['no headers', [], '{}', { name: undefined, json: {} }],
  ['no data', [EVENT], '', { name: 'chunk', json: undefined }],
  ['a wrapped event', [EVENT], `{"bytes" : "${btoa('{"a":1}')}"}`, { name: 'chunk', data: '{"a":1}', json: { a: 1 } }],
  ['bytes that are empty', [EVENT], '{"bytes":""}', { name: 'chunk', data: '{"bytes":""}', json: { bytes: '' } }],
])('a message of AWS is read: %s', (_title, headers, data, event) => {
  expect(readStreamEvent(writeMessage(headers, data), 'messages')).toEqual({ data, ...(event as object) })
})

test('a message that is not where its memory begins is read too', () => {
  const message = writeMessage([EVENT], '{}')
  const memory = new Uint8Array(message.length + 5)
  memory.set(message, 5)
  expect(readStreamEvent(memory.subarray(5), 'messages')).toEqual({ name: 'chunk', data: '{}', json: {} })
})

test.each([0, 4, 15, 20, 30])('a message that is cut after %s bytes is no event', (length) => {
  expect(readStreamEvent(writeMessage([EVENT], '{"a":1}').subarray(0, length), 'messages')).toBeUndefined()
})

test('a message whose headers would reach into its checksum is no event', () => {
  const message = writeMessage([], '')
  new DataView(message.buffer).setUint32(4, 1)
  expect(readStreamEvent(message, 'messages')).toBeUndefined()
})
