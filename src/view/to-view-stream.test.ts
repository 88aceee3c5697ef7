import { expect, test } from 'vitest'
import { encodeAwsEvent } from '../../test/llm/encode-aws-frame.ts'
import type { RecordedResponse } from '../cassette.ts'
import { createTextBudget } from './text-budget.ts'
import { toViewStream } from './to-view-stream.ts'
import type { ViewStream } from './view-data.ts'

type Times = Pick<RecordedResponse, 'chunks' | 'duration' | 'openEnd'>

/** @param body texts are joined */
function view(body: string | Uint8Array<ArrayBuffer>, contentType: string, times: Times = {}): ViewStream | undefined {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const response = { status: 200, statusText: 'OK', headers: [], body: bytes, ...times }
  const progress = (json: unknown) => (json === undefined ? [] : [[0, 1] as const])
  return toViewStream({ bytes, contentType }, response, progress, createTextBudget())
}

test('an event has its time, its size, and its range in the text of the body', () => {
  const [first, second] = ['event: a\ndata: olá\n\n', 'data: {}\n\n']
  const chunks = [
    { size: 21, time: 5 },
    { size: 10, time: 9 },
  ]
  expect(view(first + second, 'text/event-stream', { duration: 100, chunks })).toEqual({
    unit: 'event',
    omitted: 0,
    headers: 100,
    events: [
      { time: 105, bytes: 21, from: 0, to: 20, name: 'a' },
      { time: 109, bytes: 10, from: 20, to: 30, progress: [[0, 1]] },
    ],
  })
})

test('a stream that its client left has the time of the leaving', () => {
  const openEnd = { after: 40 }
  expect(view('data: 1\n\n', 'text/event-stream', { duration: 100, openEnd })?.left).toBe(140)
  expect(view('data: 1\n\n', 'text/event-stream', { openEnd })?.left).toBe(40)
})

test('lines are pieces of their own', () => {
  expect(view('{"a":1}\n{"a":2}\n', 'application/x-ndjson')).toMatchObject({
    unit: 'line',
    events: [
      { bytes: 8, from: 0, to: 8 },
      { bytes: 8, from: 8, to: 16 },
    ],
  })
})

test('a message of AWS has its text with it, because its body is binary', () => {
  const message = new Uint8Array(encodeAwsEvent('chunk', { a: 1 }))
  expect(view(message, 'application/vnd.amazon.eventstream')).toMatchObject({
    unit: 'message',
    events: [{ bytes: message.length, from: 0, to: 0, name: 'chunk', text: '{"a":1}' }],
  })
})

test('a body without events has the chunks in which it arrived, if they add up to it', () => {
  const chunks = [
    { size: 2, time: 1 },
    { size: 3, time: 2 },
  ]
  expect(view('whole', 'text/plain', { chunks })).toMatchObject({ unit: 'chunk', events: [{ bytes: 2 }, { bytes: 3 }] })
  expect(view('edited', 'text/plain', { chunks })).toBeUndefined()
  expect(view('whole', 'text/plain', { chunks: [{ size: 5, time: 1 }] })).toBeUndefined()
})

test('a page has at most 10,000 events of a stream, and counts the others', () => {
  const stream = view('data: 1\n\n'.repeat(10_007), 'text/event-stream')
  expect([stream?.events.length, stream?.omitted]).toEqual([10_000, 7])
})
