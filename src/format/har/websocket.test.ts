import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryWebSocket } from '../../../test/arbitrary-interaction.ts'
import { buildConversation } from '../../../test/build-conversation.ts'
import { refusal } from '../../../test/refusal.ts'
import type { Interaction, WebSocketFrame } from '../../cassette.ts'
import { parseCassette } from '../parse-cassette.ts'
import { stringifyCassette } from '../stringify-cassette.ts'

interface Entry {
  request?: object
  response?: object
  startedDateTime?: string
  timings?: object
  _webSocketMessages?: unknown
  _webSocketClose?: unknown
}

const write = (entry: Entry): string =>
  JSON.stringify({
    log: {
      entries: [
        {
          startedDateTime: '2026-11-23T02:11:43.000Z',
          request: { method: 'GET', url: 'wss://a.test/v1?b=c' },
          response: { status: 101, statusText: 'Switching Protocols', content: {} },
          ...entry,
        },
      ],
    },
  })

const read = (entry: Entry): Interaction | undefined => parseCassette(write(entry)).interactions[0]

const EPOCH = Date.parse('2026-11-23T02:11:43.000Z') / 1000

const MESSAGES = [
  { type: 'send', time: EPOCH + 0.5, opcode: 1, data: '{"type":"session.update"}' },
  { type: 'receive', time: EPOCH + 0.75, opcode: 2, data: 'AQID' },
]

const FRAMES: readonly WebSocketFrame[] = [
  { from: 'client', at: 500, data: '{"type":"session.update"}' },
  { from: 'server', at: 750, data: Uint8Array.of(1, 2, 3) },
]

test('reads the messages of Chrome, whose times are seconds', () => {
  const { request, response } = read({ _webSocketMessages: MESSAGES }) ?? {}
  expect(request).toMatchObject({ method: 'GET', url: 'wss://a.test/v1?b=c' })
  expect(response).toMatchObject({ status: 101, statusText: 'Switching Protocols', body: new Uint8Array() })
  expect(response?.websocket).toEqual({ frames: FRAMES })
})

test.each<[string, Entry]>([
  [
    'of Playwright, whose times are ms',
    { _webSocketMessages: MESSAGES.map((message) => ({ ...message, time: message.time * 1000 })) },
  ],
  [
    'of mitmproxy, whose URL is that of the handshake',
    { request: { method: 'GET', url: 'https://a.test/v1?b=c' }, _webSocketMessages: MESSAGES },
  ],
  [
    'over HTTP 2, whose handshake is a CONNECT',
    {
      request: { method: 'CONNECT', url: 'https://a.test/v1?b=c' },
      response: { status: 200, statusText: '', content: {} },
      _webSocketMessages: MESSAGES,
    },
  ],
  [
    'of a browser that did not report the response',
    { response: { status: -1, statusText: '', content: {} }, _webSocketMessages: MESSAGES },
  ],
  [
    'with pings and pongs',
    {
      _webSocketMessages: MESSAGES.flatMap((message) => [
        message,
        { ...message, opcode: 9, data: '' },
        { ...message, opcode: 10, data: '' },
      ]),
    },
  ],
])('reads the messages %s', (_title, entry) => {
  const interaction = read(entry)
  expect(interaction?.response.websocket).toEqual({ frames: FRAMES })
  expect(interaction?.request).toMatchObject({ method: 'GET', url: 'wss://a.test/v1?b=c' })
  expect(interaction?.response).toMatchObject({ status: 101, statusText: 'Switching Protocols' })
})

test.each([
  ['no times', MESSAGES.map((message) => ({ ...message, time: -1 })), [0, 0]],
  ['times from an unknown moment', [1, 1.5].map((time) => ({ ...MESSAGES[0], time })), [0, 500]],
  ['a clock that goes back', [2, 1].map((time) => ({ ...MESSAGES[0], time: EPOCH + time })), [2000, 2000]],
  ['times that are texts', MESSAGES.map((message) => ({ ...message, time: 'now' })), [0, 0]],
])('with %s, the order of the messages counts', (_title, messages, times) => {
  const { frames = [] } = read({ _webSocketMessages: messages })?.response.websocket ?? {}
  expect(frames.map(({ at }) => at)).toEqual(times)
})

test.each([
  [
    'a close frame',
    { type: 'receive', opcode: 8, data: btoa('\x03\xe9bye') },
    { from: 'server', code: 1001, reason: 'bye' },
  ],
  ['a close frame without a code', { type: 'send', opcode: 8, data: '' }, { from: 'client', code: 1005, reason: '' }],
  ['a failure', { type: 'error', opcode: -1, data: 'gone' }, { from: 'server', code: 1006, reason: '' }],
])('reads %s as the close', (_title, message, close) => {
  const echo = { type: 'send', time: 1, opcode: 8, data: '' }
  expect(read({ _webSocketMessages: [...MESSAGES, message, echo] })?.response.websocket?.close).toEqual(close)
})

test.each([
  ['an unknown sender', { type: 'sent' }, '[1].type is "sent", and must be send or receive'],
  ['no sender', { type: undefined }, '[1].type is missing'],
  ['an unknown opcode', { opcode: 0 }, '[1].opcode is 0, and must be 1 for text or 2 for binary'],
  ['no opcode', { opcode: undefined }, '[1].opcode is missing'],
  ['no data', { data: null }, '[1].data must be text'],
  ['data that is not base64', { opcode: 2, data: 'a%' }, '[1].data must be base64'],
])('refuses a message with %s, with its position', (_title, change, message) => {
  const text = write({ _webSocketMessages: [MESSAGES[0], { ...MESSAGES[1], ...change }] })
  const error = refusal(() => parseCassette(text, { path: 'a.har' }))
  expect(error).toMatchObject({ code: 'cassette_invalid', line: 1, column: expect.any(Number) })
  expect(error?.message).toContain(`log.entries[0]._webSocketMessages${message}`)
})

test('refuses an opcode that no double holds', () => {
  const text = write({ _webSocketMessages: [{ ...MESSAGES[0], opcode: 7 }] })
  const large = text.replace('"opcode":7', '"opcode":90071992547409931')
  expect(() => parseCassette(large)).toThrow('opcode is 90071992547409931, and must be 1')
})

test('refuses messages that are not a list, and a close with a bad code', () => {
  const close = { from: 'client', code: 7, reason: '' }
  expect(() => read({ _webSocketMessages: [5] })).toThrow('_webSocketMessages[0] must be a map')
  expect(() => read({ _webSocketMessages: MESSAGES, _webSocketClose: close })).toThrow('_webSocketClose.code is 7')
})

test.each([null, []])('an entry with the messages %j is an ordinary exchange', (messages) => {
  const interaction = read({ response: { status: 200, content: {} }, _webSocketMessages: messages })
  expect(interaction?.response).toMatchObject({ status: 200 })
  expect(interaction?.response.websocket).toBe(undefined)
})

test('writes the fields of Chrome, and reads them as the same conversation', () => {
  const conversation = buildConversation({ frames: FRAMES, close: { from: 'client', code: 1000, reason: 'bye' } })
  const response = { ...conversation.response, duration: 10 }
  const recorded = { ...conversation, response, recordedAt: new Date(EPOCH * 1000) }
  const [entry] = JSON.parse(stringifyCassette({ interactions: [recorded] }, { format: 'har' })).log.entries
  expect(entry).toMatchObject({
    time: 760,
    response: { status: 101 },
    timings: { wait: 10, receive: 750 },
    _resourceType: 'websocket',
    _webSocketMessages: [
      { type: 'send', time: EPOCH + 0.51, opcode: 1, data: '{"type":"session.update"}' },
      { type: 'receive', time: EPOCH + 0.76, opcode: 2, data: 'AQID' },
    ],
    _webSocketClose: { from: 'client', code: 1000, reason: 'bye' },
  })
  fc.assert(
    fc.property(arbitraryWebSocket, fc.boolean(), (interaction, isDated) => {
      const dated = isDated ? { ...interaction, recordedAt: new Date(EPOCH * 1000) } : interaction
      const [read] = parseCassette(stringifyCassette({ interactions: [dated] }, { format: 'har' })).interactions
      const expected = { ...dated.response.websocket, frames: dated.response.websocket?.frames ?? [] }
      expect(read?.response.websocket).toEqual(expected.frames.length === 0 && !expected.close ? undefined : expected)
    }),
  )
})
