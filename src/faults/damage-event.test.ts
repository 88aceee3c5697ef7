import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeAwsEvent } from '../../test/llm/encode-aws-frame.ts'
import { parseJson } from '../json/parse-json.ts'
import type { Framing } from '../stream/frames.ts'
import { damageEvent } from './damage-event.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const damage = (event: string, framing: Framing): string | undefined => {
  const damaged = damageEvent(encode(event), framing)
  return damaged && new TextDecoder().decode(damaged)
}

test.each<[Framing, string, string | undefined]>([
  ['events', 'data: {"a":1}\n\n', 'data: {"a\n\n'],
  ['events', 'event: a\ndata: {"a":\ndata: 1234}\n\n', 'event: a\ndata: {"a":\ndata: 12{\n\n'],
  ['events', 'data: 1234\r\n\r\n', 'data: 1{\r\n\r\n'],
  ['events', 'data: [DONE]\n\n', 'data: [D\n\n'],
  ['events', 'data:\n\n', undefined],
  ['events', ': ping\n\n', undefined],
  ['lines', '{"a":"b"}\n', '{"a"\n'],
  ['lines', '{"a":"b"}\r\n', '{"a"\r\n'],
  ['lines', '\n', undefined],
  ['whole', '{"a":\n"b"}', '{"a":'],
  ['whole', ' \n', undefined],
])('in %s, the data of %j is damaged, and its end stays', (framing, event, expected) => {
  expect(damage(event, framing)).toBe(expected)
})

test('a damaged message of AWS differs only in its checksum', () => {
  const event = encodeAwsEvent('chunk', { a: 1 })
  const damaged = damageEvent(event, 'messages')
  expect([...(damaged ?? [])].slice(0, -1)).toEqual([...event].slice(0, -1))
  expect(damaged?.at(-1)).not.toBe(event.at(-1))
})

test('no damaged JSON can be parsed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value)
      expect(parseJson(damage(`data: ${json}\n\n`, 'events')?.slice('data: '.length).trim() ?? '')).toBeUndefined()
      expect(parseJson(damage(`${json}\n`, 'lines')?.trim() ?? '')).toBeUndefined()
    }),
  )
})
