import fc from 'fast-check'
import type { Interaction } from 'msw-cassette'
import { sortHeaders } from './sort-headers.ts'

const encode = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value)

/** All kinds of text: words, JSON, lines, control characters, text that looks like another type, YAML syntax. */
export const arbitraryText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      ' ',
      '\n',
      '\r',
      '\t',
      '-',
      ':',
      '#',
      "'",
      '"',
      '|',
      'a',
      '\\',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\0',
    ),
    maxLength: 30,
  }),
  fc.json(),
  fc.constantFrom(
    'yes',
    'No',
    'null',
    '~',
    '1',
    '1e3',
    '0x1f',
    '1_000',
    '2026-11-23',
    '12:30:45',
    '.inf',
    '=',
    '<<',
    '- a',
    '? b',
    '&a',
    '*a',
    '!t',
    '%x',
    '@x',
    '`x',
    '---',
    '...',
    'x'.repeat(70_000),
    ' lead',
    'trail ',
    '\n',
    '\n\n',
    'a\n b\n',
    ' a\nb',
    'a\n\n\n',
    'a\n ',
    'a: b',
    'a #b',
    '200 OK',
    '+1',
    '1.',
    'on',
  ),
)

const binary = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array))
const bytes = fc.oneof(arbitraryText.map(encode), binary)
const headerName = fc.constantFrom('Content-Type', 'Accept', 'X-1', 'On', 'Null', '1')
const headerValue = arbitraryText.map((value) => value.replace(/[\0\r\n]/g, '').trim())
const headers = fc.array(fc.tuple(headerName, headerValue), { maxLength: 4 }).map(sortHeaders)

const recordedAt = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })

const recordedBy = arbitraryText.filter((text) => text !== '')

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  url: fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom('<API_BASE>/chat', 'https://a.test/ñ?x=1: 2'),
    arbitraryText.map((name) => `https://a.test/?${encodeURIComponent(name)}=1`),
    fc.constant(`https://a.test/?${'long'.repeat(500)}`),
  ),
  headers,
  body: bytes,
})

const response = fc.record(
  {
    status: fc.integer({ min: 200, max: 599 }),
    statusText: fc.constantFrom('', 'OK', 'Not Found', "I'm a teapot"),
    headers,
    body: bytes,
    duration: fc.integer({ min: 0, max: 10_000_000 }),
  },
  { requiredKeys: ['status', 'statusText', 'headers', 'body'] },
)

/** All kinds of interactions, with their headers sorted by name. */
export const arbitraryInteraction: fc.Arbitrary<Interaction> = fc.record(
  { recordedAt, recordedBy, request, response },
  { requiredKeys: ['request', 'response'] },
)

const times = fc.integer({ min: 0, max: 10_000_000 }).map((microseconds) => microseconds / 1000)

const frames = fc
  .array(fc.record({ from: fc.constantFrom('client', 'server'), at: times, data: fc.oneof(arbitraryText, binary) }), {
    maxLength: 6,
  })
  .map((list) => list.sort((a, b) => a.at - b.at))

const close = fc.record({
  from: fc.constantFrom('client', 'server'),
  code: fc.integer({ min: 1000, max: 4999 }),
  reason: arbitraryText.filter((text) => encode(text).length <= 123),
})

/** All kinds of WebSocket conversations. */
export const arbitraryWebSocket: fc.Arbitrary<Interaction> = fc
  .record({ recordedBy, request, headers, websocket: fc.record({ frames, close }, { requiredKeys: ['frames'] }) })
  .map(({ recordedBy, request, headers, websocket }) => ({
    recordedBy,
    request: { ...request, method: 'GET', url: request.url.replace(/^\w+:|^/, 'wss:'), body: encode('') },
    response: { status: 101, statusText: 'Switching Protocols', headers, body: encode(''), websocket },
  }))

/** Converts bytes to lists and removes prototypes, so that results of `js-yaml` and `yaml` compare as equal. */
export function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, member) =>
      member?.type === 'Buffer' ? member.data : member instanceof Uint8Array ? [...member] : member,
    ),
  )
}
