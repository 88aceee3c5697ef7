import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryInteraction, arbitraryWebSocket } from '../../../../test/arbitrary-interaction.ts'
import { corpus, corpusFiles } from '../../../../test/corpus.ts'
import type { Cassette } from '../../../cassette.ts'
import { CassetteError } from '../../../errors/errors.ts'
import { parseDocument } from '../../parse-document.ts'
import { stringifyCassette } from '../../stringify-cassette.ts'
import { readGoVcr2Fast } from './read-fast.ts'

/** More with `npm run fuzz`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3000)

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Reads a file with the fast reader, and checks that the YAML parser returns the same. */
function readBoth(text: string): Cassette | undefined {
  const fast = readGoVcr2Fast(encode(text), 'a.yaml')
  if (fast) expect(plain(fast)).toEqual(plain(parseDocument(text, 'a.yaml')))
  return fast
}

/** Converts a cassette to plain values, with its bodies decoded. */
function plain(cassette: Cassette): unknown {
  return JSON.parse(
    JSON.stringify(cassette, (_key, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ),
  )
}

const fixtures = new URL('../../../../fixtures/go-vcr-v2/', import.meta.url)
const samples = readdirSync(fixtures).map((name) => readFileSync(new URL(name, fixtures), 'utf8'))

test('reads the files of this library and of charm like the YAML parser', () => {
  expect([...samples, olderStyle].map((text) => readBoth(text)?.interactions.length)).not.toContain(undefined)
})

test.skipIf(corpus === 'absent')('reads nearly all of the corpus, with the same result', () => {
  const files = corpusFiles('go-vcr-v2')
  const bailed = files.filter(({ file }) => !readBoth(readFileSync(file, 'utf8')))
  expect(bailed.length / files.length).toBeLessThan(0.1)
})

const olderStyle = `---
version: 2
interactions:
    - id: 0
      request:
        proto: HTTP/1.1
        proto_major: 1
        transfer_encoding: []
        trailer: {}
        host: ""
        remote_addr: ""
        body: "{\\"a\\":1}\\n"
        form:
            alt:
                - sse
                - b
        headers:
            Accept:
                - '*/*'
            Content-Type:
                - application/json
        url: https://a.test/v1/x?alt=sse
        method: POST
      response:
        transfer_encoding:
            - chunked
        uncompressed: true
        body: !!binary |
            AAECAwQF
            Bg==
        headers: {}
        status: 200 OK
        code: 200
        duration: 1m2.3s
    - request:
        id: 1
        body: ''
        url: https://a.test/
        method: get
      response:
        body: |-
            a
        code: 404
        status: 404 Not Found
        duration: 816.05µs
        chunks: 1@0 0@12.5
      recorded_at: 2026-11-23T02:11:43.000Z
`

const interaction = (body: string): string =>
  `version: 2\ninteractions:\n- request:\n    url: https://a.test/\n    method: POST\n    body: ${body}\n  response:\n    code: 200\n`

test.each([
  ['single-quoted text', "'it''s {\"a\": 1}'"],
  ['empty text', "''"],
  ['double-quoted text', '"a\\n\\u00e9 \\x41 \\"\\\\ \\/"'],
  [
    'every escape',
    '"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P\\x41\\u00e9\\U0001F600\\ud83d\\ude00\\ud83d"',
  ],
  ['a block', '|\n      a\n\n       b\n'],
  ['a block without a last line break', '|-\n      a\n\n'],
  ['a block that keeps its line breaks', '|+\n      a\n\n\n'],
  ['bytes', '!!binary |\n      AAEC\n      /w==\n'],
  ['plain words', 'hello (world); q=0.5'],
  ['a number', '12'],
  ['a number as written', '1.50e+3'],
  ['a boolean as written', 'True'],
])('reads %s', (_title, body) => {
  expect(readBoth(interaction(body).replace('\n\n  response', '\n  response'))).toBeDefined()
})

test.each([
  ['a comment', "'a' # b"],
  ['a folded block', '>\n      a\n'],
  ['an indentation indicator', '|2\n      a\n'],
  ['a line of nothing but spaces in a block', '|\n      a\n         \n      b\n'],
  ['an anchor', "&a 'b'"],
  ['null', 'null'],
  ['a number that begins with a sign', '-3e-5'],
  ['a number that begins with a dot', '.5'],
  ['an unknown escape', '"\\q"'],
  ['a character beyond Unicode', '"\\U00110000"'],
  ['quoted text on two lines', "'a\n      b'"],
  ['a map', '{}'],
  ['base64 that is cut', '!!binary |\n      AAE\n'],
])('leaves %s to the YAML parser', (_title, body) => {
  expect(readGoVcr2Fast(encode(interaction(body)), 'a.yaml')).toBeUndefined()
})

test.each(['- ---', 'a: ---', ' ---'])('leaves a file that begins with %s to the YAML parser', (first) => {
  expect(readGoVcr2Fast(encode(olderStyle.replace('---', first)), 'a.yaml')).toBeUndefined()
})

test.each(['\u2028', '\u2029'])('leaves the line separator %j to the YAML parser', (separator) => {
  expect(readGoVcr2Fast(encode(interaction(`'a${separator}b'`)), 'a.yaml')).toBeUndefined()
})

test('leaves bytes that are not UTF-8 to the YAML parser', () => {
  const bytes = encode(interaction("'abc'"))
  bytes[interaction("'abc'").indexOf('abc')] = 0xff
  expect(readGoVcr2Fast(bytes, 'a.yaml')).toBeUndefined()
})

/** Three similar exchanges in one file. The tests then change one of them. */
const repeated = `version: 2
interactions:
${['first', 'second', 'third']
  .map(
    (text, id) => `- id: ${id}
  request:
    proto: HTTP/1.1
    body: ${text}
    headers:
      Accept:
      - '*/*'
      - text/plain
      Content-Type:
      - application/json
    url: https://a.test/
    method: POST
  response:
    body: |
      data: ${text}

      data: x
    headers:
      Content-Type:
      - text/event-stream
      Vary:
      - Accept
    status: 200 OK
    code: 200
`,
  )
  .join('')}`

test.each([
  ['one more value at their end', '      - application/json\n', '$&      - text/plain\n'],
  ['one more header at their end', '      - application/json\n', '$&      X-A:\n      - b\n'],
  ['another value', 'application/json', 'application/yaml'],
  ['one value less', '      - text/plain\n', ''],
])('reads headers that differ from the previous interaction by %s', (_title, old, changed) => {
  const second = repeated.indexOf('- id: 1')
  const text = repeated.slice(0, second) + repeated.slice(second).replace(new RegExp(old), changed)
  const headers = readBoth(text)?.interactions.map(({ request }) => request.headers.length)
  expect(text).not.toBe(repeated)
  expect(headers).toHaveLength(3)
})

test('continues correctly after headers that equal those of the previous interaction', () => {
  let count = 0
  const text = repeated.replaceAll('https://a.test/', (url) => `${url}${count++}`)
  const urls = readBoth(text)?.interactions.map(({ request }) => request.url)
  expect(urls).toEqual(['https://a.test/0', 'https://a.test/1', 'https://a.test/2'])
})

test('a body of many lines is an own property, also of a copy and of a frozen object', () => {
  const [first, second] = readBoth(repeated)?.interactions ?? []
  const copy = { ...first?.response }
  const frozen = Object.freeze(second?.response)
  expect(
    [copy.body, first?.response.body, frozen?.body, frozen?.body].map((body) => new TextDecoder().decode(body)),
  ).toEqual([
    'data: first\n\ndata: x\n',
    'data: first\n\ndata: x\n',
    'data: second\n\ndata: x\n',
    'data: second\n\ndata: x\n',
  ])
  expect(Object.keys(first?.response ?? {})).toEqual(['status', 'statusText', 'headers', 'body'])
})

/** An unchanged file: recorded, in the style of an older writer, repetitive, or generated. */
const arbitraryFile = fc.oneof(
  fc.constant(repeated),
  fc.constantFrom(...samples, olderStyle).map((text) => text.slice(0, 4000).replace(/[^\n]*$/, '')),
  fc
    .array(fc.oneof(arbitraryInteraction, arbitraryWebSocket), { minLength: 1, maxLength: 2 })
    .map((interactions) => stringifyCassette({ interactions })),
)

const arbitraryInsertion = fc.oneof(
  fc.constantFrom('\n', ' ', '  ', "'", '"', ':', ': ', '- ', '#', ' #', '|', '\t', '\r', '&a', '*a', '!', '{', '['),
  fc.constantFrom(
    '\\',
    '\n\n',
    '\n  ',
    'é',
    '\u2028',
    '\u2029      ',
    '\ufeff',
    '0',
    '1e3',
    '-3e-5',
    '+.5',
    '0o17',
    '1:30',
    'True',
    '<<: ',
    '{toString: 1}',
    '!!python/bytes ',
    'null',
    '~',
    '---\n',
    '...\n',
    '=\n',
    '\\U',
  ),
  fc.string({ maxLength: 3 }),
)

/** Replaces some characters, or replaces some lines by other lines of the same file. */
const arbitraryChange = fc.oneof(
  fc.record({ at: fc.nat(), length: fc.nat({ max: 3 }), insert: arbitraryInsertion }),
  fc.record({ line: fc.nat(), lines: fc.nat({ max: 2 }), from: fc.nat(), count: fc.nat({ max: 2 }) }),
)

type Change = typeof arbitraryChange extends fc.Arbitrary<infer Value> ? Value : never

function change(text: string, how: Change): string {
  if ('at' in how) {
    const at = how.at % (text.length + 1)
    return text.slice(0, at) + how.insert + text.slice(at + how.length)
  }
  const lines = text.split('\n')
  const from = how.from % lines.length
  const other = lines.slice(from, from + how.count)
  return lines.toSpliced(how.line % lines.length, how.lines, ...other).join('\n')
}

test('bails or agrees with the YAML parser, however a file is changed', () => {
  let accepted = 0
  fc.assert(
    fc.property(arbitraryFile, fc.array(arbitraryChange, { maxLength: 3 }), (file, changes) => {
      const text = new TextDecoder().decode(encode(changes.reduce(change, file)))
      const fast = readGoVcr2Fast(encode(text), 'a.yaml')
      if (!fast) return
      accepted++
      try {
        expect(plain(fast)).toEqual(plain(parseDocument(text, 'a.yaml')))
      } catch (error) {
        if (error instanceof CassetteError)
          throw new Error(`accepted, and refused by the YAML parser: ${error.message}`)
        throw error
      }
    }),
    { numRuns: RUNS },
  )
  // If it bailed on nearly every file, the test would prove nothing.
  expect(accepted / RUNS).toBeGreaterThan(0.1)
})
