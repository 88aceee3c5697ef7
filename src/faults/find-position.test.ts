import { expect, test } from 'vitest'
import { encodeAwsEvent } from '../../test/llm/encode-aws-frame.ts'
import type { FaultPosition } from './fault.ts'
import { findPosition, toFramedBody } from './find-position.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
/** Its events end at 11, 26 and 40. The á has two bytes, at 19 and 20. */
const STREAM = toFramedBody(encode('data: one\n\ndata: olá 22\n\ndata: [DONE]\n\n'), 'text/event-stream')

test('the events of a body end where its framing says', () => {
  const message = encodeAwsEvent('chunk', {})
  const messages = new Uint8Array([...message, ...message])
  expect([
    STREAM.ends,
    toFramedBody(encode('{"a":1}\n{"a":2}\n'), 'application/x-ndjson').ends,
    toFramedBody(messages, 'application/vnd.amazon.eventstream').ends,
    toFramedBody(encode('whole'), 'text/plain').ends,
  ]).toEqual([[11, 26, 40], [8, 16], [message.length, messages.length], [5]])
})

test.each<[FaultPosition, number]>([
  [0, 0],
  [1, 11],
  [3, 40],
  [{ bytes: 0 }, 0],
  [{ bytes: 40 }, 40],
  [{ events: 0, inside: 'event' }, 5],
  [{ events: 1, inside: 'event' }, 18],
  [{ events: 0, inside: 'character' }, 20],
])('the position %j is after %i bytes', (position, expected) => {
  expect(findPosition(position, STREAM, 'faults[0].endAfter')).toBe(expected)
})

test.each<[FaultPosition, string]>([
  [4, 'at most 3, the number of events of the answer'],
  [{ bytes: 41 }, 'at most 40 bytes, where the answer ends'],
  [{ events: 3, inside: 'event' }, 'followed by a next event of at least 2 bytes: the answer has 3 events'],
  [{ events: 2, inside: 'character' }, 'followed by a character of several bytes: the answer has 3 events'],
  [{ events: 7, inside: 'character' }, 'at most 3, the number of events of the answer'],
])('the position %j, which the answer lacks, is refused', (position, reason) => {
  expect(() => findPosition(position, STREAM, 'faults[0].endAfter')).toThrow(
    expect.objectContaining({ code: 'cassette_option', message: expect.stringContaining(reason) }),
  )
})
