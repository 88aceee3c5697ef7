import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { buildFrames } from '../../../test/build-frames.ts'
import { toJson } from './to-json.ts'

const facts = { index: 0, method: 'GET', url: 'https://a.test/', status: 200 }

test('an interaction has its facts, its line, its date, and the types and sizes of its bodies', () => {
  const [interaction] = buildCassette({
    request: 'né',
    response: '{}',
    type: 'application/json; charset=utf-8',
  }).interactions
  const recordedAt = new Date('2026-02-03T04:05:06.007Z')
  expect(interaction && toJson({ ...interaction, line: 4, recordedAt }, facts, undefined, 'without events')).toEqual({
    ...facts,
    line: 4,
    recordedAt: '2026-02-03T04:05:06.007Z',
    request: { type: '', bytes: 3 },
    response: { type: 'application/json', bytes: 2 },
  })
})

test('an impossible date of a file is left out', () => {
  const [interaction] = buildCassette({}).interactions
  const json =
    interaction && toJson({ ...interaction, recordedAt: new Date(Number.NaN) }, facts, undefined, 'without events')
  expect(json).toMatchObject({ recordedAt: undefined })
})

test('the events of a stream have their times on request', () => {
  const chunks = [
    { size: 9, time: 10 },
    { size: 18, time: 30 },
  ]
  const response = 'data: 1\n\nevent: end\ndata: x\n\n'
  const [interaction] = buildCassette({
    response,
    type: 'text/event-stream',
    chunks: [chunks[0], { size: 20, time: 30 }] as never,
  }).interactions
  expect(interaction && toJson(interaction, facts, undefined, 'with events')).toMatchObject({
    events: [
      { time: 10, data: '1' },
      { time: 30, name: 'end', data: 'x' },
    ],
  })
  expect(interaction && toJson(interaction, facts, undefined, 'without events')).toMatchObject({ events: undefined })
})

test('the frames of a WebSocket are text or base64', () => {
  const bytes = { from: 'server', at: 5, data: Uint8Array.of(0xff, 0) } as const
  const [interaction] = buildFrames({
    frames: ['> hi', bytes],
    close: { from: 'client', code: 1000, reason: '' },
  }).interactions
  expect(interaction && toJson(interaction, facts, undefined, 'with events')).toMatchObject({
    websocket: {
      frames: [
        { from: 'client', at: 0, text: 'hi' },
        { from: 'server', at: 5, base64: '/wA=' },
      ],
      close: { from: 'client', code: 1000, reason: '' },
    },
  })
  expect(interaction && toJson(interaction, facts, undefined, 'without events')).toMatchObject({ websocket: undefined })
})
