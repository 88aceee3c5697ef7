import { expect, test } from 'vitest'
import { type SentData, toFrameData, toReceivedData } from './frame-data.ts'

test.each<[string, SentData, string | number[]]>([
  ['a string', 'né', 'né'],
  ['an empty string', '', ''],
  ['bytes', Uint8Array.of(1, 2), [1, 2]],
  ['a part of a buffer', new Uint8Array([9, 1, 2, 9]).subarray(1, 3), [1, 2]],
  ['a view of other numbers', new Uint16Array([1, 256]), [1, 0, 0, 1]],
  ['a data view', new DataView(Uint8Array.of(9, 1).buffer, 1), [1]],
  ['a buffer', Uint8Array.of(1, 2).buffer, [1, 2]],
  ['a shared buffer', new SharedArrayBuffer(2), [0, 0]],
  ['a blob', new Blob([Uint8Array.of(1), 'a']), [1, 97]],
])('%s is sent', async (_name, data, expected) => {
  const frame = await toFrameData(data)
  expect(typeof frame === 'string' ? frame : [...frame]).toEqual(expected)
})

test.each([
  [42, '42'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'true'],
  [{ a: 1 }, '[object Object]'],
  [[1, 2], '1,2'],
  ['a\ud800b', 'a\ufffdb'],
])('%j is sent as a text, as the standard class does', (data, text) => {
  expect(toFrameData(data as string)).toBe(text)
})

test('a change of the data after it was sent does not reach the frame', async () => {
  const bytes = Uint8Array.of(1, 2)
  const frames = [toFrameData(bytes), toFrameData(bytes.buffer)]
  bytes.fill(9)
  expect(await Promise.all(frames)).toEqual([Uint8Array.of(1, 2), Uint8Array.of(1, 2)])
})

test('binary data is received as the type that the client chose, and text as text', async () => {
  const bytes = Uint8Array.of(1, 2)
  const buffer = toReceivedData(bytes, 'arraybuffer')
  const blob = toReceivedData(bytes, 'blob')
  bytes.fill(9)
  expect(buffer).toEqual(Uint8Array.of(1, 2).buffer)
  expect(blob instanceof Blob && new Uint8Array(await blob.arrayBuffer())).toEqual(Uint8Array.of(1, 2))
  expect([toReceivedData('a', 'arraybuffer'), toReceivedData('a', 'blob')]).toEqual(['a', 'a'])
})
