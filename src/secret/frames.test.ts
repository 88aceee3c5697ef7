import { expect, test } from 'vitest'
import { buildConversation } from '../../test/build-conversation.ts'
import type { HeaderPair, WebSocketFrame } from '../cassette.ts'
import { redactRecorded } from './redact-recorded.ts'
import { scanSecrets } from './scan-secrets.ts'

/** Not real keys. They are assembled here, so that secret scanners do not report this file. */
const KEY = ['sk', 'proj', 'Zq8vT2mNf4LwXk7RbJ3hYc6DZq8vT2mNf4LwXk7R'].join('-')
const EPHEMERAL = ['ek', 'Zq8vT2mNf4LwXk7RbJ3hYc6DZq8vT2mNf4LwXk7R'].join('_')

type Data = WebSocketFrame['data']

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function framesOf(from: WebSocketFrame['from'], data: readonly Data[]): WebSocketFrame[] {
  return data.map((each, at) => ({ from, at, data: each }))
}

function redact(frames: readonly WebSocketFrame[], url?: string, headers?: readonly HeaderPair[]) {
  const conversation = buildConversation({
    frames,
    ...(url === undefined ? {} : { url }),
    ...(headers ? { headers } : {}),
  })
  const [redacted] = redactRecorded([conversation], {}).interactions
  return {
    same: redacted === conversation,
    url: redacted?.request.url,
    headers: redacted?.request.headers,
    data: redacted?.response.websocket?.frames.map((frame) => frame.data),
    findings: scanSecrets(redacted ? [redacted] : []),
  }
}

/** Events of a model, each with a part of its text. */
const deltas = (parts: readonly string[]): string[] =>
  parts.map((delta, index) => JSON.stringify({ type: 'response.output_text.delta', event_id: `e${index}`, delta }))

const inFives = (text: string): string[] => text.match(/.{1,5}/g) ?? []

test('frames without credentials stay the same object', () => {
  const frames = framesOf('server', [
    '{"type":"session.created","session":{"id":"sess_1"}}',
    Uint8Array.of(0, 255, 7),
    '',
  ])
  expect(redact(frames)).toMatchObject({ same: true, findings: [] })
})

test.each<[string, Data, Data]>([
  [
    'a member of JSON',
    JSON.stringify({ type: 'session.update', session: { api_key: KEY } }),
    '{"type":"session.update","session":{"api_key":"REDACTED"}}',
  ],
  [
    'the client secret of a session',
    JSON.stringify({ type: 'session.created', session: { client_secret: { value: EPHEMERAL, expires_at: 1 } } }),
    '{"type":"session.created","session":{"client_secret":{"value":"REDACTED","expires_at":1}}}',
  ],
  [
    'a header in the first frame',
    JSON.stringify({ headers: { Authorization: `Bearer ${KEY}` }, type: 'connection_init' }),
    '{"headers":{"Authorization":"REDACTED"},"type":"connection_init"}',
  ],
  [
    'JSON in a binary frame',
    encode(`{\n  "setup": { "apiKey": "${KEY}" }\n}\n`),
    encode('{\n  "setup": { "apiKey": "REDACTED" }\n}\n'),
  ],
  ['a URL', `connect wss://api.test/?api_key=${KEY}&a=b`, 'connect wss://api.test/?api_key=REDACTED&a=b'],
])('%s is replaced', (_title, data, expected) => {
  expect(redact(framesOf('client', [data]))).toMatchObject({ data: [expected], findings: [] })
})

test('a credential of one frame is replaced in all others, and in the reason of the close', () => {
  const conversation = buildConversation({
    frames: [
      { from: 'client', at: 0, data: JSON.stringify({ token: KEY }) },
      { from: 'server', at: 1, data: `hello ${KEY}!` },
      { from: 'server', at: 2, data: encode(`\u0000${KEY}`) },
    ],
    close: { from: 'server', code: 1008, reason: `bad ${KEY}` },
  })
  expect(redactRecorded([conversation], {}).interactions[0]?.response.websocket).toEqual({
    frames: [
      { from: 'client', at: 0, data: '{"token":"REDACTED"}' },
      { from: 'server', at: 1, data: 'hello REDACTED!' },
      { from: 'server', at: 2, data: encode('\u0000REDACTED') },
    ],
    close: { from: 'server', code: 1008, reason: 'bad REDACTED' },
  })
})

test('a key in the query and in the protocols is replaced, also in the frames', () => {
  const protocols = ['realtime', `openai-insecure-api-key.${KEY}`, 'openai-beta.realtime-v1'].join(', ')
  const frames = framesOf('server', [`{"echo":"${KEY}"}`])
  expect(redact(frames, `wss://api.test/v1?key=${KEY}&model=m`, [['Sec-WebSocket-Protocol', protocols]])).toEqual({
    same: false,
    url: 'wss://api.test/v1?key=REDACTED&model=m',
    headers: [['Sec-WebSocket-Protocol', 'realtime, openai-insecure-api-key.REDACTED, openai-beta.realtime-v1']],
    data: ['{"echo":"REDACTED"}'],
    findings: [],
  })
})

test.each([
  [
    'realtime, graphql-transport-ws, openai-beta.realtime-v1',
    'realtime, graphql-transport-ws, openai-beta.realtime-v1',
  ],
  [`bearer, ${KEY}`, 'bearer, REDACTED'],
  [`graphql-ws,${KEY}`, 'graphql-ws, REDACTED'],
  [`base64url.bearer.authorization.k8s.io.${btoa(KEY).replaceAll('=', '')}`, 'base64url.bearer.REDACTED'],
  ['openai-insecure-api-key.REDACTED', 'openai-insecure-api-key.REDACTED'],
])('the protocols %j become %j', (value, expected) => {
  expect(redact([], undefined, [['sec-websocket-protocol', value]])?.headers).toEqual([
    ['sec-websocket-protocol', expected],
  ])
})

const other = (text: string): WebSocketFrame => ({
  from: 'server',
  at: 0,
  data: JSON.stringify({ type: 'response.output_audio.delta', delta: text }),
})

test.each<[string, (key: string) => WebSocketFrame[]]>([
  ['events', (key) => framesOf('server', deltas(inFives(key)))],
  [
    'events, with others between them',
    (key) => framesOf('server', deltas(inFives(key))).flatMap((frame) => [frame, other('AAAA')]),
  ],
  [
    'events in binary frames of several lines',
    (key) =>
      framesOf(
        'server',
        deltas(inFives(key)).map((json) => encode(json.replaceAll(',', ',\n'))),
      ),
  ],
  ['texts', (key) => framesOf('client', inFives(key))],
  ['texts of JSON that is cut', (key) => framesOf('client', [`{"a":"${key.slice(0, 20)}`, `${key.slice(20)}"}`])],
])('a known credential is replaced, and an unknown one is found, if it is split over several %s', (_title, split) => {
  const known = redact([{ from: 'client', at: 0, data: JSON.stringify({ api_key: KEY }) }, ...split(KEY)])
  expect(known.findings).toEqual([])
  const text = known.data?.map((data) => (typeof data === 'string' ? data : new TextDecoder().decode(data))).join('')
  expect(text?.match(/REDACTED/g)).toHaveLength(2)
  expect(scanSecrets([buildConversation({ frames: split(KEY) })])).toEqual([
    { place: '#0 response.websocket', kind: 'an OpenAI key, in pieces' },
  ])
})

test('a credential in one frame is found there', () => {
  const frames = framesOf('server', ['{"a":1}', `it is ${KEY}.`, encode(`\u0000${KEY}`), btoa(`key: ${KEY}`)])
  expect(scanSecrets([buildConversation({ frames })])).toEqual([
    { place: '#0 response.websocket.1', kind: 'an OpenAI key' },
    { place: '#0 response.websocket.2', kind: 'an OpenAI key' },
    { place: '#0 response.websocket.3', kind: 'an OpenAI key, in base64' },
  ])
  const close = { from: 'server', code: 1008, reason: `bad ${KEY}` } as const
  expect(scanSecrets([buildConversation({ frames: [], close })])).toEqual([
    { place: '#0 response.websocket', kind: 'an OpenAI key' },
  ])
})

test('a key between frames of base64 is found', () => {
  const base64 = btoa('\u0001\u0002'.repeat(28)).slice(0, 76)
  const frames = framesOf('server', [...Array(5).fill(base64), KEY, ...Array(5).fill(base64)])
  expect(scanSecrets([buildConversation({ frames })])).toContainEqual({
    place: '#0 response.websocket.5',
    kind: 'an OpenAI key',
  })
})

test('the options of redaction hold for each frame', () => {
  const conversation = buildConversation({ frames: framesOf('client', ['{"user":{"mail":"a@b.c"}}', 'order 4711-22']) })
  const [redacted] = redactRecorded([conversation], { json: ['$.user.mail'], patterns: [/\d{4}-\d{2}/] }).interactions
  expect(redacted?.response.websocket?.frames.map(({ data }) => data)).toEqual([
    '{"user":{"mail":"REDACTED"}}',
    'order REDACTED',
  ])
})
