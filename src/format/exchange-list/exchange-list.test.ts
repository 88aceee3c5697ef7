import { expect, test } from 'vitest'
import { CassetteError } from '../../errors/errors.ts'
import { openCassette } from '../../open/open-cassette.ts'
import { parseCassette } from '../parse-cassette.ts'

const read = (exchange: object) => parseCassette(JSON.stringify([exchange]), { path: 'a.json' }).interactions[0]
const asText = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')

const php = (request: object, response: object = {}): object => ({
  request: { method: 'POST', url: 'https://a.test/', ...request },
  response: { status: 200, ...response },
})

test.each([
  ['a number', 301, 301, ''],
  ['text', '404', 404, ''],
  ['a map', { http_version: '1.1', code: '301', message: 'Moved' }, 301, 'Moved'],
])('PHP-VCR: the status can be %s', (_title, status, code, statusText) => {
  expect(read(php({}, { status }))?.response).toMatchObject({ status: code, statusText })
})

test('PHP-VCR: the fields of a form become its body', () => {
  const fields = { a: 'x y', list: ['1', '2'], nested: { b: true, c: null } }
  expect(asText(read(php({ post_fields: fields }))?.request.body)).toBe(
    'a=x+y&list%5B0%5D=1&list%5B1%5D=2&nested%5Bb%5D=1',
  )
  expect(asText(read(php({ post_fields: fields, body: 'sent' }))?.request.body)).toBe('sent')
})

test.each([
  ['the type application/x-gzip', { 'Content-Type': 'application/x-gzip' }, '\xff\0'],
  ['a binary transfer encoding', { 'Content-Transfer-Encoding': ['binary'] }, '\xff\0'],
  ['another type', { 'Content-Type': 'text/plain' }, '/wA='],
])('PHP-VCR: a body with %s', (_title, headers, body) => {
  expect(asText(read(php({}, { headers, body: '/wA=' }))?.response.body)).toBe(body)
})

test.each([
  [php({ post_files: [{ fieldName: 'f', file: '/tmp/a' }] }), /post_files names files/],
  [php({ body: 'vcr:enc:v1:AAAA' }), /request\.body is encrypted by PHP-VCR/],
  [php({}, { body: 'vcr:enc:v1:AAAA' }), /response\.body is encrypted by PHP-VCR/],
  [php({}, { status: undefined }), /status_code is missing/],
  [php({ url: '~r/https:.+/' }), /is a regular expression/],
  [php({}, { status_code: ['HTTP/1.1', 99, 'No'], status: undefined }), /status_code\.code is 99/],
  [php({}, { status_code: 200, status: undefined, binary: true, body: 'AAAA' }), /must be a binary of Erlang/],
])('an exchange that can not be replayed is refused: %j', (exchange, problem) => {
  expect(() => read(exchange)).toThrow(problem)
  expect(() => read(exchange)).toThrow(CassetteError)
})

test.each([
  ['with an index', '    index: 0\n', 'body: a\n'],
  ['with facts of curl', '        curl_info:\n            url: x\n', 'body: a\n'],
  ['with its body last', '', 'body: a\n'],
  ['without a body, if the status has none', '', 'reason: a\n', 204],
])('PHP-VCR: a YAML file %s is whole', (_title, end, last, status = 200) => {
  const text = `-\n    request:\n        method: GET\n        url: 'https://a.test/'\n    response:\n        status: ${status}\n        ${last}${end}`
  expect(parseCassette(text)).toMatchObject({ format: 'exchange-list', interactions: [{ line: 2 }] })
})

test('PHP-VCR: a YAML file that was cut after the headers is refused', () => {
  const text =
    "-\n    request:\n        method: GET\n        url: 'https://a.test/'\n    response:\n        status: 200\n        headers:\n            A: b\n"
  expect(() => parseCassette(text)).toThrow(/the file was cut/)
})

test('ExVCR: a status line of httpc, and an error of the client, which is replayed as one', async () => {
  const request = { method: 'get', url: 'http://a.test/', body: '', request_body: 'sent', headers: [] }
  const line = read({ request, response: { type: 'ok', status_code: ['HTTP/1.1', 201, 'Created'], body: 'x' } })
  expect(line).toMatchObject({ request: { method: 'GET' }, response: { status: 201, statusText: 'Created' } })
  expect(asText(line?.request.body)).toBe('sent')
  const failed = { request, response: { type: 'error', status_code: null, body: 'nxdomain', headers: [] } }
  expect(read(failed)?.response).toMatchObject({ status: 0, body: new Uint8Array() })
  await using session = openCassette(JSON.stringify([failed]), { mode: 'replay', match: { body: 'ignore' } })
  await expect(session.fetch('http://a.test/')).rejects.toThrow(TypeError)
})

test.each([
  ['text', '2024-05-06T12:30:45.1234567+00:00', '2024-05-06T12:30:45.123Z'],
  ['seconds', 1714998645, '2024-05-06T12:30:45.000Z'],
  ['milliseconds', 1714998645123, '2024-05-06T12:30:45.123Z'],
])('EasyVCR: a date can be %s', (_title, recordedAt, date) => {
  const exchange = {
    ...php({}, { status: { code: 200, message: 'OK' }, headers: { null: ['HTTP/1.1 200 OK'], A: ['b'] } }),
    recordedAt,
    duration: 12,
  }
  expect(read(exchange)).toMatchObject({
    recordedAt: new Date(date),
    response: { duration: 12, headers: [['A', 'b']] },
  })
})
