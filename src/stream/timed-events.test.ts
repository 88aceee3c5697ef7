import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { readTimedEvents, responseTimes } from './timed-events.ts'

const STREAM = 'data: a\n\ndata: b\n\nevent: end\ndata: c\n\n'

function respond(exchange: Exchange) {
  const [interaction] = buildCassette({ response: STREAM, type: 'text/event-stream', ...exchange }).interactions
  if (!interaction) throw new Error('there is no interaction')
  return interaction.response
}

test('an event has the time of the chunk that contains its last byte', () => {
  const chunks = [
    { size: 3, time: 1 },
    { size: 10, time: 20 },
    { size: STREAM.length - 13, time: 300 },
  ]
  const response = respond({ duration: 100, chunks })
  expect(readTimedEvents(response)).toEqual([
    { time: 120, name: undefined, data: 'a' },
    { time: 400, name: undefined, data: 'b' },
    { time: 400, name: 'end', data: 'c' },
  ])
  expect(responseTimes(response)).toEqual({ total: 400, firstEvent: 120 })
})

test('times are unknown without chunks, and if they do not add up to the body', () => {
  const unknown = { time: undefined, name: undefined, data: 'a' }
  expect(readTimedEvents(respond({ duration: 100 }))?.[0]).toEqual(unknown)
  expect(responseTimes(respond({ duration: 100 }))).toEqual({ total: 100 })
  expect(responseTimes(respond({}))).toEqual({})
  const chunks = [{ size: 1, time: 5 }]
  expect(readTimedEvents(respond({ chunks }))?.[0]).toEqual(unknown)
  expect(responseTimes(respond({ chunks }))).toEqual({ total: 5 })
})

test('a single answer has no events', () => {
  const response = respond({ response: '{}', type: 'application/json', duration: 7, chunks: [{ size: 2, time: 1 }] })
  expect(readTimedEvents(response)).toBeUndefined()
  expect(responseTimes(response)).toEqual({ total: 8 })
})

test('an empty stream has no first event', () => {
  expect(responseTimes(respond({ response: '', duration: 3 }))).toEqual({ total: 3 })
})
