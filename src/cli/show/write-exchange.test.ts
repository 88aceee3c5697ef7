import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../../test/build-cassette.ts'
import { buildFrames } from '../../../test/build-frames.ts'
import type { Interaction } from '../../cassette.ts'
import { textOf } from '../styled.ts'
import type { Layout } from '../text/layout.ts'
import { writeExchange } from './write-exchange.ts'
import { writeFrames } from './write-frames.ts'
import { writeRaw } from './write-raw.ts'

const SCREEN: Layout = { form: 'screen', columns: 80 }
const PLAIN: Layout = { form: 'plain', columns: Number.POSITIVE_INFINITY }

function build(exchange: Exchange, requestType?: string): Interaction {
  const [interaction] = buildCassette(exchange).interactions
  if (!interaction) throw new Error('There is no interaction.')
  const { request } = interaction
  return requestType === undefined
    ? interaction
    : { ...interaction, request: { ...request, headers: [['Content-Type', requestType]] } }
}

const parsed = (exchange: Exchange, type?: string): string[] => writeExchange(build(exchange, type), SCREEN).map(textOf)
const raw = (exchange: Exchange, type?: string): string[] => writeRaw(build(exchange, type)).map(textOf)

const FORM = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhi\r\n--b--\r\n'
const EVENTS = 'event: delta\ndata: 1\n\ndata: 2\n\n'

test('empty bodies are not shown', () => {
  expect([parsed({}), raw({})]).toEqual([[], []])
})

test.each<[string, Exchange, string | undefined, string[]]>([
  ['JSON', { request: '{"a":1}' }, undefined, ['  request    {', '               "a": 1', '             }']],
  ['text', { response: 'one\ntwo' }, undefined, ['  response   one', '             two']],
  ['events', { response: EVENTS, type: 'text/event-stream' }, undefined, ['  response   delta 1', '             2']],
  ['bytes', { response: Uint8Array.of(0xff, 0), type: 'image/png' }, undefined, ['  response   [image/png, 2 bytes]']],
  ['bytes without a type', { response: Uint8Array.of(0xff, 0) }, undefined, ['  response   [bytes, 2 bytes]']],
  [
    'a form',
    { request: FORM },
    'multipart/form-data; boundary=b',
    ['  request    content-disposition: form-data; name="a"', '             hi'],
  ],
])('%s is parsed', (_name, exchange, type, lines) => {
  expect(parsed(exchange, type)).toEqual(lines)
})

test('a raw body is written as it is, line by line', () => {
  expect(raw({ request: '{"a":1}', response: 'one\r\ntwo\rthree\n' })).toEqual([
    '  {"a":1}',
    '  one',
    '  two',
    '  three',
    '  ',
  ])
})

test('raw bytes are described', () => {
  expect(raw({ response: Uint8Array.of(0xff, 0), type: 'image/png' })).toEqual(['  [image/png, 2 bytes]'])
})

test('raw events have their names and, if these are recorded, their times', () => {
  const stream = { response: EVENTS, type: 'text/event-stream' }
  expect(raw(stream)).toEqual(['  delta 1', '  2'])
  const chunks = [
    { size: 22, time: 15 },
    { size: 9, time: 1250 },
  ]
  expect(raw({ ...stream, chunks })).toEqual(['      15 ms delta 1', '     1.25 s 2'])
})

function socket() {
  const bytes = { from: 'server', at: 30, data: new Uint8Array(1500) } as const
  const [interaction] = buildFrames({
    frames: ['> {"type":"hi"}', '< one\ntwo', '< ', bytes],
    close: { from: 'server', code: 1011, reason: 'gone' },
  }).interactions
  if (!interaction?.response.websocket) throw new Error('There is no WebSocket.')
  return { interaction, websocket: interaction.response.websocket }
}

test('the frames of a WebSocket have a lane for each peer and, on a screen, their times', () => {
  const { websocket } = socket()
  expect(writeFrames(websocket, SCREEN).map(textOf)).toEqual([
    '  → 0 ms     {"type":"hi"}',
    '  ← 10 ms    one',
    '             two',
    '  ← 20 ms    (empty)',
    '  ← 30 ms    [1.5 kB]',
    '  close      closed by the server with 1011: gone',
  ])
  expect(writeFrames(websocket, PLAIN).map(textOf)).toEqual([
    '  →          {"type":"hi"}',
    '  ←          one',
    '             two',
    '  ←          (empty)',
    '  ←          [1.5 kB]',
    '  close      closed by the server with 1011: gone',
  ])
})

test('raw frames have a line each', () => {
  expect(writeRaw(socket().interaction).map(textOf)).toEqual([
    '  →     0 ms {"type":"hi"}',
    '  ←    10 ms one·two',
    '  ←    20 ms ',
    '  ←    30 ms [1.5 kB]',
    '  closed by the server with 1011: gone',
  ])
})

test('a connection that was open when the recording ended is described', () => {
  expect(writeFrames({ frames: [] }, SCREEN).map(textOf)).toEqual([
    '  close      the connection was open when the recording ended',
  ])
  expect(writeFrames({ frames: [], close: { from: 'client', code: 1005, reason: '' } }, SCREEN).map(textOf)).toEqual([
    '  close      closed by the client with 1005',
  ])
})
