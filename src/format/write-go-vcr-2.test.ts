import fc from 'fast-check'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Interaction } from '../cassette.ts'
import { appendGoVcr2 } from './append-go-vcr-2.ts'
import { parseCassette } from './parse-cassette.ts'
import { stringifyCassette } from './stringify-cassette.ts'
import { writeText } from './yaml-text.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const example: Interaction = {
  recordedAt: new Date('2026-11-23T02:11:43.000Z'),
  request: {
    method: 'POST',
    url: 'https://api.test/v1/chat?alt=sse&n=1',
    headers: [
      ['Accept', 'text/event-stream'],
      ['Content-Type', 'application/json'],
    ],
    body: encode('{"model":"it\'s"}'),
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: [
      ['Content-Type', 'text/event-stream'],
      ['Link', '<https://api.test/?page=2>; rel="next"'],
    ],
    body: encode('data: Olá\n\ndata: [DONE]\n\n'),
    duration: 816.057254,
    uncompressed: true,
    chunks: [
      { size: 12, time: 0.5 },
      { size: 14, time: 40.125 },
    ],
  },
}

test('writes the style of charmbracelet: two spaces, flush lists, blocks that keep their last blank line', () => {
  expect(stringifyCassette({ interactions: [example] })).toMatchInlineSnapshot(`
    "---
    version: 2
    interactions:
    - id: 0
      recorded_at: '2026-11-23T02:11:43.000Z'
      request:
        proto: HTTP/1.1
        proto_major: 1
        proto_minor: 1
        content_length: 16
        host: api.test
        body: '{"model":"it''s"}'
        form:
          alt:
          - sse
          'n':
          - '1'
        headers:
          Accept:
          - text/event-stream
          Content-Type:
          - application/json
        url: https://api.test/v1/chat?alt=sse&n=1
        method: POST
      response:
        proto: HTTP/1.1
        proto_major: 1
        proto_minor: 1
        content_length: -1
        uncompressed: true
        chunks: '12@0.5 14@40.125'
        body: |+
          data: Olá

          data: [DONE]

        headers:
          Content-Type:
          - text/event-stream
          Link:
          - '<https://api.test/?page=2>; rel="next"'
        status: 200 OK
        code: 200
        duration: 816.057254ms
    "
  `)
})

test('writes an empty cassette as go-vcr does', () => {
  expect(stringifyCassette({ interactions: [] })).toBe('---\nversion: 2\ninteractions: []\n')
})

/** Text of all kinds: words, JSON, lines, controls, what looks like another type, what YAML has a meaning for. */
const text = fc.oneof(
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

const bytes = fc.oneof(
  text.map(encode),
  fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array)),
)
const headerName = fc.constantFrom('Content-Type', 'Accept', 'X-1', 'On', 'Null', '1')
const headerValue = text.map((value) => value.replace(/[\0\r\n]/g, '').trim())
const headers = fc
  .array(fc.tuple(headerName, headerValue), { maxLength: 4 })
  .map((pairs) => pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

const interactionOf = (recorded: Pick<Interaction, 'recordedAt'>): fc.Arbitrary<Interaction> =>
  fc
    .record({
      request: fc.record({
        method: fc.constantFrom('GET', 'POST', 'PUT'),
        url: fc.oneof(
          fc.webUrl({ withQueryParameters: true }),
          fc.constantFrom('<API_BASE>/chat', 'https://a.test/ñ?x=1: 2'),
          text.map((name) => `https://a.test/?${encodeURIComponent(name)}=1`),
          fc.constant(`https://a.test/?${'long'.repeat(500)}`),
        ),
        headers,
        body: bytes,
      }),
      response: fc.record({
        status: fc.integer({ min: 200, max: 599 }),
        statusText: fc.constantFrom('', 'OK', 'Not Found', "I'm a teapot"),
        headers,
        body: bytes,
        duration: fc.integer({ min: 0, max: 10_000_000 }),
      }),
    })
    .map((interaction) => ({ ...recorded, ...interaction }))

const interaction = fc
  .option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }), { nil: undefined })
  .chain((recordedAt) => interactionOf(recordedAt ? { recordedAt } : {}))

const withoutLine = ({ line: _, ...rest }: Interaction): Interaction => rest
const read = (yaml: string): Interaction[] => parseCassette(yaml).interactions.map(withoutLine)

test('what is written reads back to the same interactions', () => {
  fc.assert(
    fc.property(fc.array(interaction, { maxLength: 3 }), (interactions) => {
      expect(read(stringifyCassette({ interactions }))).toEqual(interactions)
    }),
    { numRuns: 500 },
  )
})

test('a YAML 1.1 reader, as in Python and Ruby, reads the same values', () => {
  fc.assert(
    fc.property(fc.array(interaction, { minLength: 1, maxLength: 2 }), (interactions) => {
      const yaml = stringifyCassette({ interactions })
      expect(plain(load(yaml, { schema: YAML11_SCHEMA }))).toEqual(plain(parse(yaml)))
    }),
    { numRuns: 300 },
  )
})

/** Bytes as lists, and no prototypes: js-yaml's and yaml's differ. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, member) =>
      member?.type === 'Buffer' ? member.data : member instanceof Uint8Array ? [...member] : member,
    ),
  )
}

test('any text is a scalar that reads back', () => {
  fc.assert(
    fc.property(text, (value) => {
      const yaml = `a:\n  b: ${writeText(value, '  ')}\n`
      expect(parse(yaml)).toEqual({ a: { b: value } })
      expect(load(yaml, { schema: YAML11_SCHEMA })).toEqual({ a: { b: value } })
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  [
    'two spaces',
    '---\nversion: 2\ninteractions:\n- id: 0\n  request:\n    url: https://a.test/\n    method: GET\n  response:\n    code: 200\n',
  ],
  [
    'four spaces and no last line break',
    'version: 2\ninteractions:\n    - id: 0\n      request:\n        url: https://a.test/\n        method: GET\n      response:\n        code: 200',
  ],
  [
    'the version last',
    'interactions:\n  - request:\n      url: https://a.test/\n      method: GET\n    response:\n      body: |+\n        data: x\n\nversion: 2\n',
  ],
  [
    'a comment and a document end',
    'version: 2 # ours\ninteractions:\n- request:\n    url: https://a.test/\n    method: GET\n  response:\n    code: 200\n# the end\n...\n',
  ],
])('adds to a file with %s, and leaves every byte that was there', (_title, old) => {
  const added = appendGoVcr2(old, [example]) ?? ''
  expect(read(added)).toEqual([...read(old), example])
  let rest = added
  for (const line of old.split('\n')) {
    const at = rest.indexOf(line)
    expect(at).toBeGreaterThanOrEqual(0)
    rest = rest.slice(at + line.length)
  }
})

test('fills an empty list, makes a file that is not there, and refuses the flow style', () => {
  expect(read(appendGoVcr2('---\nversion: 2\ninteractions: []\n', [example]) ?? '')).toEqual([example])
  expect(appendGoVcr2(undefined, [example])).toBe(stringifyCassette({ interactions: [example] }))
  expect(appendGoVcr2('{"version":2,"interactions":[]}', [example])).toBe(undefined)
  expect(appendGoVcr2('version: 2\ninteractions: [{request: {url: a, method: GET}}]\n', [example])).toBe(undefined)
})

test('adding nothing changes nothing', () => {
  expect(appendGoVcr2('version: 2\ninteractions: [ ]', [])).toBe('version: 2\ninteractions: [ ]')
})
