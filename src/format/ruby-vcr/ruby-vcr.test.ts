import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Interaction } from '../../cassette.ts'
import { parseCassette } from '../parse-cassette.ts'
import { encodeText } from './encode-text.ts'

const asText = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')

interface Parts {
  readonly body?: unknown
  readonly response?: object
  readonly recordedAt?: string
}

function read({ body = '', response = {}, recordedAt = '2013-10-20T12:25:47' }: Parts): Interaction | undefined {
  const exchange = {
    request: { method: 'post', uri: 'https://a.test/', headers: {}, body },
    response: { status: { code: 200, message: 'OK' }, headers: {}, body, ...response },
    recorded_at: recordedAt,
  }
  return parseCassette(JSON.stringify({ http_interactions: [exchange] }), { path: 'a.json' }).interactions[0]
}

test.each([
  ['ISO-8859-1', 'café', 'caf\xe9'],
  ['latin_1', 'caf\x85', 'caf\x85'],
  ['Windows-1252', '€ “q”', '\x80 \x93q\x94'],
  ['cp1251', 'да', '\xe4\xe0'],
  ['ISO-8859-15', '€', '\xa4'],
  ['Shift_JIS', '日本ｱ', '\x93\xfa\x96\x7b\xb1'],
  ['EUC-JP', '日本', '\xc6\xfc\xcb\xdc'],
  ['EUC-KR', '한', '\xc7\xd1'],
  ['GBK', '中', '\xd6\xd0'],
  ['Big5', '中', '\xa4\xa4'],
  ['UTF-16LE', 'é😀', '\xe9\0\x3d\xd8\0\xde'],
  ['UTF-16', 'é', '\xfe\xff\0\xe9'],
  ['UTF-32BE', '😀', '\0\x01\xf6\0'],
  ['UTF-8', 'é', '\xc3\xa9'],
  ['ASCII-8BIT', 'é', '\xc3\xa9'],
  ['', 'é', '\xc3\xa9'],
  ['a-made-up-name', 'plain', 'plain'],
])('a text has the bytes of its encoding %j', (encoding, string, bytes) => {
  const { request, response } = read({ body: { encoding, string } }) ?? {}
  expect([asText(request?.body), asText(response?.body)]).toEqual([bytes, bytes])
})

test.each(['US-ASCII', 'ISO-8859-1', 'Shift_JIS'])(
  'like in Ruby, a text is UTF-8 if %s lacks one of its characters',
  (encoding) => {
    expect(asText(encodeText('é😀', encoding))).toBe('\xc3\xa9\xf0\x9f\x98\x80')
  },
)

test.each(['made-up', 'constructor', 'ISO-2022-JP', 'GB18030'])(
  'an encoding that can not be written is refused: %s',
  (encoding) => {
    expect(() => read({ body: { encoding, string: '日😀' } })).toThrow(
      `request.body.encoding is "${encoding}", which this library can't write`,
    )
  },
)

test.each([
  ['whole', 'YWJj', 'abc'],
  ['without padding', 'YWI', 'ab'],
  ['with too much padding', 'YWI===', 'ab'],
  ['with a digit too many', 'YWJjZ', 'abc'],
  ['with lines', 'YW\nJj\n', 'abc'],
  ['with a placeholder of redaction', 'YW<->Jj', 'abc'],
])('the base64 of a request is read as Ruby reads it: %s', (_title, base64, text) => {
  expect(asText(read({ body: { base64_string: base64 }, response: { body: '' } })?.request.body)).toBe(text)
})

test('the base64 of a response must be right', () => {
  expect(() => read({ response: { body: { base64_string: 'YWJjZ' } } })).toThrow(/base64_string must be base64/)
})

test('Betamax before 0.4 has the status beside the headers, and dates in UTC', () => {
  const response = {
    status: undefined,
    status_code: 404,
    headers: { 'content-type': 'text/plain' },
    body: { string: 'x', encoding: null },
  }
  expect(read({ response })).toMatchObject({
    response: { status: 404, statusText: '', headers: [['content-type', 'text/plain']] },
    recordedAt: new Date('2013-10-20T12:25:47Z'),
  })
})

const STATUS_LINE = { status: 'HTTP/1.1 404 Not Found', 'content-type': 'text/plain' }

test.each([
  ['1', { status: { status_code: '404', message: 'Not Found', explanation: 'Nothing' }, headers: STATUS_LINE }],
  ['2', { status: 404, headers: STATUS_LINE }],
])('R, version %s, has another status, and the status line among the headers', (_version, response) => {
  expect(read({ response, recordedAt: '2025-11-13 08:03:33' })).toMatchObject({
    response: { status: 404, statusText: 'Not Found', headers: [['content-type', 'text/plain']] },
    recordedAt: new Date('2025-11-13T08:03:33Z'),
  })
})

test('a header named status that a server sent is kept', () => {
  const headers = { Status: '404 Not Found' }
  expect(read({ response: { headers } })?.response.headers).toEqual([['Status', '404 Not Found']])
})

test.each([
  ['zlib', deflateSync],
  ['gzip', gzipSync],
])('R compresses bytes as %s', (_title, compress) => {
  const body = { raw_gzip: compress(Buffer.from([255, 0])).toString('base64') }
  expect(read({ response: { body } })?.response.body).toEqual(new Uint8Array([255, 0]))
  expect(() => read({ response: { body: { raw_gzip: 'AAAA' } } })).toThrow(/raw_gzip can't be decompressed/)
})

test('R keeps the fields of a form', () => {
  expect(asText(read({ body: { fields: { a: 'b c', n: 1 } } })?.request.body)).toBe('a=b+c&n=1')
})

test.each([{ on_disk: 'a.txt' }, { file: true, string: 'a.txt' }, { file: 'yes', string: 'a.txt' }])(
  'a body in another file is refused: %j',
  (body) => {
    expect(() => read({ response: { body } })).toThrow(/means that the body is in another file/)
  },
)

test('R, version 1, writes FALSE for no body', () => {
  const toFile = (string: string, writer: string) =>
    `http_interactions:\n- request: {method: get, uri: 'https://a.test/', body: {encoding: '', string: ${string}}}\n` +
    `  response: {status: {status_code: '200'}, body: {file: no, string: 'no'}}\n  recorded_at: x\n  recorded_with: ${writer}\n`
  const sent = (string: string, writer: string) => {
    const [interaction] = parseCassette(toFile(string, writer)).interactions
    return [asText(interaction?.request.body), asText(interaction?.response.body)]
  }
  expect(sent('no', 'vcr/1.1.0, webmockr/0.8.2')).toEqual(['', 'no'])
  expect(sent('false', 'VCR-vcr/2.0.0')).toEqual(['', 'no'])
  expect(sent('no', 'VCR 6.4.0')).toEqual(['no', 'no'])
})
