import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryInteraction, arbitraryWebSocket } from '../../test/arbitrary-interaction.ts'
import type { Interaction } from '../cassette.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { version } from '../version.ts'
import { provenanceOf, renewSignature, signInteraction } from './provenance.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const interaction: Interaction = {
  recordedAt: new Date('2026-11-23T02:11:43.000Z'),
  request: {
    method: 'POST',
    url: 'https://api.test/v1/chat',
    headers: [
      ['Content-Type', 'application/json'],
      ['Accept', 'text/event-stream'],
    ],
    body: encode('{"model":"m"}'),
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: [['Content-Type', 'text/event-stream']],
    body: encode('data: {"text":"Olá"}\n\ndata: [DONE]\n\n'),
    duration: 816.057254,
    chunks: [{ size: 37, time: 0.5 }],
  },
}

const read = (text: string): Interaction => {
  const [first] = parseCassette(text).interactions
  if (!first) throw new Error('the text has no interaction')
  return first
}

test('the signature names the recorder and its version, and is one short line of the file', () => {
  const text = stringifyCassette({ interactions: [signInteraction(interaction)] })
  expect(text.split('\n').filter((line) => line.includes('recorded_by'))).toEqual([
    expect.stringMatching(/^ {2}recorded_by: msw-cassette\/[\d.]+ sha256:[\da-f]{16}$/),
  ])
  expect(provenanceOf(read(text))).toBe('recorded')
})

test('every recording survives the file', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryInteraction, arbitraryWebSocket), (each) => {
      const text = stringifyCassette({ interactions: [signInteraction(each)] })
      expect(provenanceOf(read(text))).toBe('recorded')
    }),
  )
})

test.each([
  ['another layout', (text: string) => text.replace(/^ {2}recorded_at: '(.*)'$/m, '  "recorded_at":   "$1" # edited')],
  ['another id', (text: string) => text.replace('id: 0', 'id: 7')],
  ['another time to the headers', (text: string) => text.replace('816.057254ms', '5ms')],
  ['other times of its chunks', (text: string) => text.replace('37@0.5', '37@100')],
])('%s is no edit', (_what, edit) => {
  const text = stringifyCassette({ interactions: [signInteraction(interaction)] })
  expect(edit(text)).not.toBe(text)
  expect(provenanceOf(read(edit(text)))).toBe('recorded')
})

test.each([
  ['method', (text: string) => text.replace('method: POST', 'method: PUT')],
  ['URL', (text: string) => text.replace('url: https://api.test/v1/chat', 'url: https://api.test/v2/chat')],
  ['request header', (text: string) => text.replace('application/json', 'application/xml')],
  ['request body', (text: string) => text.replace('"model":"m"', '"model":"n"')],
  ['status', (text: string) => text.replace('code: 200', 'code: 201')],
  ['response header', (text: string) => text.replace(/- text\/event-stream\n {4}status/, '- text/plain\n    status')],
  ['response body', (text: string) => text.replace('Olá', 'Ole').replace('37@', '36@')],
  ['date', (text: string) => text.replace('2026-11-23', '2027-11-23')],
  ['digest', (text: string) => text.replace(/sha256:../, 'sha256:zz').replace('zz', '00')],
])('another %s is an edit', (_what, edit) => {
  const text = stringifyCassette({ interactions: [signInteraction(interaction)] })
  expect(edit(text)).not.toBe(text)
  expect(provenanceOf(read(edit(text)))).toBe('edited')
})

const conversation: Interaction = {
  request: { ...interaction.request, method: 'GET', url: 'wss://api.test/', body: encode('') },
  response: {
    status: 101,
    statusText: 'Switching Protocols',
    headers: [],
    body: encode(''),
    websocket: {
      frames: [
        { from: 'client', at: 5, data: 'hi' },
        { from: 'server', at: 5, data: 'AQID' },
        { from: 'server', at: 8, data: Uint8Array.of(1) },
      ],
      close: { from: 'client', code: 1000, reason: 'bye' },
    },
  },
}

test.each([
  ['recorded', 'time of a frame', 'at: 8', 'at: 9'],
  ['edited', 'text', "'hi'", "'ho'"],
  ['edited', 'kind of data', "text: 'AQID'", 'binary: !!binary AQID'],
  ['edited', 'binary', '!!binary AQ==', '!!binary Ag=='],
  ['edited', 'sender', 'server, at: 5', 'client, at: 5'],
  ['edited', 'number of frames', /.*'hi'.*\n/, ''],
  ['edited', 'close', /.*close: .*\n/, ''],
  ['edited', 'reason', 'bye', 'go'],
] as const)('a WebSocket conversation is %s if it has another %s', (provenance, _what, from, to) => {
  const text = stringifyCassette({ interactions: [signInteraction(conversation)] })
  const edited = text.replace(from, to)
  expect(edited).not.toBe(text)
  expect(provenanceOf(read(edited))).toBe(provenance)
})

test.each([undefined, '', 'go-vcr/4.0.1', 'msw-cassette/1.0.0', 'msw-cassette/1.0.0 sha256:5f', 'by hand'])(
  'with the signature %j, its origin is unknown',
  (recordedBy) => {
    expect(provenanceOf({ ...interaction, ...(recordedBy === undefined ? {} : { recordedBy }) })).toBe('unknown')
  },
)

test('a change by this library keeps the recorder, and hides no earlier edit', () => {
  const changed = (each: Interaction): Interaction => ({
    ...each,
    request: { ...each.request, url: 'https://b.test/' },
  })
  const recorded = { ...signInteraction(interaction) }
  const renewed = renewSignature(recorded, changed(recorded))
  expect(provenanceOf(renewed)).toBe('recorded')
  expect(renewed.recordedBy?.split(' ')[0]).toBe(`msw-cassette/${version}`)
  const edited = changed(recorded)
  expect(renewSignature(edited, interaction)).toBe(interaction)
  expect(renewSignature(interaction, edited)).toBe(edited)
})
