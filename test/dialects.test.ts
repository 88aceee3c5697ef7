import { gzipSync } from 'node:zlib'
import { openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'

/** Reads a cassette in a form that is easy to compare. Bodies that are not text become hexadecimal digits. */
function read(source: string): object[] {
  return parseCassette(source, { path: 'a' }).interactions.map(({ request, response }) => ({
    url: request.url,
    sent: [request.headers, show(request.body)],
    status: `${response.status} ${response.statusText}`.trim(),
    received: [response.headers, show(response.body)],
  }))
}

function show(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('hex')
  }
}

const compressed = gzipSync('data: {"a":1}\n\n')
const halves = [compressed.subarray(0, 9), compressed.subarray(9)]
const asHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const asBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function vcrpy(request: string, response: string): string {
  return `interactions:\n- request:\n    method: POST\n    uri: https://a.test/\n${request}  response:\n    status: {code: 200, message: OK}\n${response}version: 1\n`
}

test('VCR.py: a body that pydantic-ai stored as parsed YAML becomes JSON again, with quotes around a string', () => {
  const bodies = ['hello', "''", '5', 'true', '[]', '{seed: 1234567890123456789, n: 1, day: 2024-01-01, to: 1.0e-05}']
  expect(bodies.map((body) => read(vcrpy(`    parsed_body: ${body}\n`, `    parsed_body: ${body}\n`)))).toEqual(
    ['"hello"', '""', '5', 'true', '[]', '{"seed":1234567890123456789,"n":1,"day":"2024-01-01","to":0.00001}'].map(
      (json) => [{ url: 'https://a.test/', sent: [[], json], status: '200 OK', received: [[], json] }],
    ),
  )
})

test.each([
  ['multidict._multidict.istr', '!!python/object/apply:multidict._multidict.istr\n      - Vary\n'],
  ['multidict._multidict_py.istr', '!!python/object/new:multidict._multidict_py.istr\n      - Vary\n'],
  [
    'multidict._istr.istr with a state',
    '!!python/object/new:multidict._istr.istr\n        args: [Vary]\n        state: {}\n',
  ],
  ['bytes', '!!binary |\n        VmFyeQ==\n'],
])('VCR.py: a header name can be %s', (_title, key) => {
  expect(read(vcrpy('', `    headers:\n      ? ${key}      : - Origin\n`))).toMatchObject([
    { received: [[['Vary', 'Origin']], ''] },
  ])
})

test('VCR.py: header values that Python would read as text stay text, even if they look like numbers', () => {
  const headers = ['0899', '0123', '7e5', '0o17', '12', '1.5', '12345678901234567890']
  expect(read(vcrpy(`    headers:\n      A: [${headers.join(', ')}]\n`, ''))).toMatchObject([
    { sent: [headers.map((value) => ['A', value]), ''] },
  ])
})

test('VCR.py: an entry that is not an HTTP exchange is refused, and the message says what it is', () => {
  const text = vcrpy('', '').replace('version: 1\n', '- kind: message\n  direction: sent\n  data: {}\n')
  expect(() => read(text)).toThrow(
    /a:7:3: interactions\[1\]\.request is missing: this is no HTTP exchange, and has kind, direction, data/,
  )
  expect(() => read(text.replace(/- request:[\s\S]*?(?=- kind)/, '- kind: open\n'))).toThrow(
    /it is a log of a WebSocket/,
  )
})

test('Ruby VCR: text that old versions wrote as bytes is read as text, header names too', () => {
  const text = `---
http_interactions:
- request:
    method: !binary "Z2V0"
    uri: !binary |-
      aHR0cDovLzxIT1NUPi9h
    body: {encoding: US-ASCII, string: ''}
    headers:
      !binary "QWNjZXB0":
      - !binary |-
        Ki8q
  response:
    status:
      code: 200
      message: !binary |-
        T0s=
    headers:
      !binary "U2VydmVy":
      - ! 'nginx'
    body: {encoding: ASCII-8BIT, string: !binary "aGk="}
  recorded_at: Tue, 01 Nov 2011 04:58:44 GMT
recorded_with: VCR 2.0.0
`
  expect(read(text)).toEqual([
    {
      url: 'http://<HOST>/a',
      sent: [[['Accept', '*/*']], ''],
      status: '200 OK',
      received: [[['Server', 'nginx']], 'hi'],
    },
  ])
})

function har(content: object, ...headers: [name: string, value: unknown][]): string {
  const response = { status: 200, headers: headers.map(([name, value]) => ({ name, value })), content }
  return JSON.stringify({ log: { entries: [{ request: { method: 'GET', url: 'https://a.test/' }, response }] } })
}

test.each([
  ['base64 chunks', { encoding: 'base64', text: JSON.stringify(halves.map(asBase64)) }],
  ['base64 chunks without a mark', { text: JSON.stringify(halves.map(asBase64)) }],
  ['hexadecimal chunks', { text: JSON.stringify(halves.map(asHex)) }],
  ['hexadecimal chunks that are marked', { _isBinary: true, text: JSON.stringify(halves.map(asHex)) }],
  ['hexadecimal digits that are marked', { _isBinary: true, text: asHex(compressed) }],
])('HAR: a compressed body can be stored as %s', (_title, content) => {
  expect(read(har(content, ['content-encoding', 'gzip']))).toMatchObject([
    { received: [[['content-encoding', 'gzip']], asHex(compressed)] },
  ])
})

test.each([
  ['base64 chunks', { encoding: 'base64', text: '["/w==","AA=="]' }, 'ff00'],
  ['hexadecimal chunks', { _isBinary: true, text: '["ff","00"]' }, 'ff00'],
  ['hexadecimal digits', { _isBinary: true, text: 'ff00' }, 'ff00'],
  ['a JSON list that the server sent', { text: '["ff","00"]' }, '["ff","00"]'],
])('HAR: an uncompressed body can be stored as %s', (_title, content, body) => {
  expect(read(har(content))).toMatchObject([{ received: [[], body] }])
})

test.each(['["deadbeef","00"]', '["abcd","efgh"]', '[]', '["aws:af-south-1"]'])(
  'HAR: the list %s is not a list of chunks, even if a header says that the body was compressed',
  (text) => {
    for (const encoding of ['gzip', 'deflate'])
      expect(read(har({ text }, ['content-encoding', encoding]))).toMatchObject([
        { received: [[['content-encoding', encoding]], text] },
      ])
  },
)

test('HAR: headers that a browser joined are split', () => {
  expect(read(har({}, ['set-cookie', 'a=1\nb=2'], ['vary', ['c', 'd']]))).toMatchObject([
    {
      received: [
        [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
          ['vary', 'c'],
          ['vary', 'd'],
        ],
        '',
      ],
    },
  ])
})

const nock = (rest: object): string =>
  JSON.stringify([{ scope: 'https://a.test:443', method: 'GET', path: '/', status: 200, ...rest }])
const GZIP = { rawHeaders: ['Content-Encoding', 'gzip'] }

test.each([
  ['chunks', { ...GZIP, response: halves.map(asHex) }, asHex(compressed)],
  ['digits', { ...GZIP, response: asHex(compressed) }, asHex(compressed)],
  ['chunks that are marked', { response: ['ff', '00'], responseIsBinary: true }, 'ff00'],
  ['digits that are marked', { response: 'ff00', responseIsBinary: true }, 'ff00'],
  ['a JSON list that the server sent', { response: ['ff', '00'] }, '["ff","00"]'],
  ['digits that the server sent', { ...GZIP, response: 'ff00' }, 'ff00'],
])('nock: a body can be stored as %s', (_title, rest, body) => {
  expect(read(nock(rest))).toMatchObject([{ received: [expect.any(Array), body] }])
})

test('every format can hold an empty cassette', () => {
  const empty = [
    'version: 2\ninteractions: []\n',
    'version: 1\ninteractions: []\n',
    'interactions:\nversion: 1\n',
    'requests: []\nresponses: []\n',
    'http_interactions: []\nrecorded_with: VCR 6\n',
    '{"log":{"entries":[]}}',
    '[]',
    '[{"hash":"a","snapshot":{"request":{"method":"GET","url":"https://a.test/"},"responses":[]}}]',
  ]
  expect(empty.flatMap(read)).toEqual([])
})

test('go-vcr: header values can be binary or null, and a status that is only the code has no text', () => {
  const text = (version: number, rest: string): string =>
    `version: ${version}\ninteractions:\n- request: {url: 'https://a.test/', method: GET}\n  response:\n    status: 404\n    code: 404\n${rest}`
  const headers = '    headers: {A: [!!binary "5A==", null], B: []}\n'
  const found = {
    url: 'https://a.test/',
    sent: [[], ''],
    status: '404',
    received: [
      [
        ['A', 'ä'],
        ['A', ''],
      ],
      '',
    ],
  }
  expect([text(2, headers), text(1, `${headers}    duration: 0\n`)].flatMap(read)).toEqual([found, found])
})

test('a file with several YAML documents is refused with a message for its reader', () => {
  expect(() => read('version: 2\ninteractions: []\n---\nversion: 2\ninteractions: []\n')).toThrow(
    /a:3:1: it holds several YAML documents, and a cassette is one/,
  )
})

test('a stream whose content type was redacted is replayed as a stream', async () => {
  const text = `requests:
- {method: POST, uri: 'https://a.test/', body: !!binary "e30=", headers: {Content-Type: '**REDACTED**'}}
responses:
- body: {string: !!binary "${asBase64(compressed)}"}
  headers: {Content-Type: '**REDACTED**', Content-Encoding: '**REDACTED**'}
  status: {code: 200, message: OK}
`
  await using session = openCassette(text, { mode: 'replay' })
  const response = await session.fetch('https://a.test/', { method: 'POST', body: '{}' })
  expect([response.headers.get('content-type'), await response.text()]).toEqual([
    'text/event-stream',
    'data: {"a":1}\n\n',
  ])
})

test('an impossible duration is ignored in HAR and refused in go-vcr', () => {
  const archive = (wait: string): string => har({}).replace('"response"', `"timings":{"wait":${wait}},"response"`)
  const waits = ['12.5', '1e999', '-1', '1e300', 'null'].map(
    (wait) => parseCassette(archive(wait)).interactions[0]?.response.duration,
  )
  expect(waits).toEqual([12.5, undefined, undefined, undefined, undefined])
  const recorded = (line: string): string =>
    `version: 2\ninteractions:\n- request: {url: 'https://a.test/', method: GET}\n  response:\n    ${line}\n`
  for (const line of [
    `duration: ${'9'.repeat(400)}s`,
    'duration: 2562048h',
    `body: abc\n    chunks: 3@${'9'.repeat(400)}`,
  ])
    expect(() => read(recorded(line))).toThrow(/must be a Go duration|must be a list such as/)
})
