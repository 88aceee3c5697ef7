import fc from 'fast-check'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { appendGoVcr2 } from '../../../test/append-go-vcr-2.ts'
import { arbitraryInteraction, arbitraryText, arbitraryWebSocket, plain } from '../../../test/arbitrary-interaction.ts'
import type { Interaction } from '../../cassette.ts'
import { parseCassette } from '../parse-cassette.ts'
import { stringifyCassette } from '../stringify-cassette.ts'
import { writeText } from '../yaml-writer/yaml-text.ts'
import { readGoVcr2Fast } from './fast/read-fast.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const arbitraryExchange = fc.oneof(
  { weight: 3, arbitrary: arbitraryInteraction },
  { weight: 1, arbitrary: arbitraryWebSocket },
)

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

test.each([0, 0.25, 816.057, 3_600_000])(
  'an open end after %d ms is written, appended and read by both readers',
  (after) => {
    const { chunks: _, ...response } = example.response
    // The fast reader leaves quoted keys, such as the "n" of the query, to the YAML parser.
    const whole: Interaction = { ...example, request: { ...example.request, url: 'https://api.test/v1/chat' } }
    const open: Interaction = { ...whole, response: { ...response, body: encode(''), openEnd: { after } } }
    const text = appendGoVcr2(stringifyCassette({ interactions: [whole] }), [open]) ?? ''
    expect(text).toMatch(/^ {4}content_length: -1\n {4}uncompressed: true\n {4}open_end: \S+\n {4}body: ''\n/m)
    expect(read(text)).toEqual([whole, open])
    const fast = readGoVcr2Fast(encode(text), 'a.yaml')?.interactions.map(withoutLine)
    expect(fast?.map(({ response: { openEnd } }) => openEnd)).toEqual([undefined, { after }])
    expect(() => parseCassette(text.replace(/open_end: \S+/, 'open_end: later'))).toThrow('open_end is "later"')
  },
)

test('writes an empty cassette as go-vcr does', () => {
  expect(stringifyCassette({ interactions: [] })).toBe('---\nversion: 2\ninteractions: []\n')
})

const withoutLine = ({ line: _, ...rest }: Interaction): Interaction => rest
const read = (yaml: string): Interaction[] => parseCassette(yaml).interactions.map(withoutLine)

test('the written text reads back as the same interactions', () => {
  fc.assert(
    fc.property(fc.array(arbitraryExchange, { maxLength: 3 }), (interactions) => {
      expect(read(stringifyCassette({ interactions }))).toEqual(interactions)
    }),
    { numRuns: 500 },
  )
})

test('a YAML 1.1 reader, as in Python and Ruby, reads the same values', () => {
  fc.assert(
    fc.property(fc.array(arbitraryExchange, { minLength: 1, maxLength: 2 }), (interactions) => {
      const yaml = stringifyCassette({ interactions })
      expect(plain(load(yaml, { schema: YAML11_SCHEMA }))).toEqual(plain(parse(yaml)))
    }),
    { numRuns: 300 },
  )
})

test('any text is written as a scalar that reads back as the same text', () => {
  fc.assert(
    fc.property(arbitraryText, (value) => {
      const yaml = `a:\n  b: ${writeText(value, '  ')}\n`
      expect(parse(yaml)).toEqual({ a: { b: value } })
      expect(load(yaml, { schema: YAML11_SCHEMA })).toEqual({ a: { b: value } })
    }),
    { numRuns: 2_000 },
  )
})

test.each(['a \nb\n', 'a\n  \nb', 'a\nb  ', 'data: x\u3000\n\n', 'a\u2003\n', 'a\t\nb'])(
  'writes %j without white space at the end of a line, so that an editor that removes it changes nothing',
  (value) => {
    const yaml = `a:\n  b: ${writeText(value, '  ')}\n`
    expect(yaml.replace(/\s+$/gm, '\n')).toBe(yaml)
    expect(parse(yaml)).toEqual({ a: { b: value } })
  },
)

test('no written line ends in white space, whatever the cassette contains', () => {
  fc.assert(
    fc.property(fc.array(arbitraryExchange, { maxLength: 2 }), (interactions) => {
      expect(stringifyCassette({ interactions })).not.toMatch(/[^\S\n]$/m)
      expect(stringifyCassette({ interactions }, { format: 'vcrpy' })).not.toMatch(/[^\S\n]$/m)
    }),
    { numRuns: 300 },
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
    'interactions:\n  - request:\n      url: https://a.test/\n      method: GET\n    response:\n      code: 200\n      body: |+\n        data: x\n\nversion: 2\n',
  ],
  [
    'a comment and a document end',
    'version: 2 # ours\ninteractions:\n- request:\n    url: https://a.test/\n    method: GET\n  response:\n    code: 200\n# the end\n...\n',
  ],
  [
    'a line separator at the end of a block, in which go-vcr writes no other line break',
    'version: 2\ninteractions:\n- request:\n    url: https://a.test/\n    method: GET\n  response:\n    body: |\n      x\n      a\u2028    code: 200\n',
  ],
])('adds to a file with %s, and keeps every byte of it', (_title, old) => {
  const added = appendGoVcr2(old, [example]) ?? ''
  expect(read(added)).toEqual([...read(old), example])
  let rest = added
  for (const line of old.split('\n')) {
    const at = rest.indexOf(line)
    expect(at).toBeGreaterThanOrEqual(0)
    rest = rest.slice(at + line.length)
  }
})

test('fills an empty list, writes a new file, and refuses the flow style', () => {
  expect(read(appendGoVcr2('---\nversion: 2\ninteractions: []\n', [example]) ?? '')).toEqual([example])
  expect(appendGoVcr2(undefined, [example])).toBe(stringifyCassette({ interactions: [example] }))
  expect(appendGoVcr2('{"version":2,"interactions":[]}', [example])).toBe(undefined)
  expect(appendGoVcr2('version: 2\ninteractions: [{request: {url: a, method: GET}}]\n', [example])).toBe(undefined)
})
