import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseCassette } from '../parse-cassette.ts'

const toBase64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')
const asText = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')

function read(content: object, entry: object = {}, ...headers: { name: string; value: string }[]) {
  const whole = {
    request: { method: 'GET', url: 'https://a.test/' },
    response: { status: 200, headers, content: { encoding: 'base64', ...content } },
    ...entry,
  }
  return parseCassette(JSON.stringify({ log: { entries: [whole] } }), { path: 'a.har' }).interactions[0]
}

const JSON_TYPE = { mimeType: 'application/json; charset=utf-8' }
const UTF_8 = { mimeType: 'text/plain;charset=UTF-8' }

test.each([
  ['JSON', { ...JSON_TYPE, text: '{"a":"é"}' }],
  ['a JSON list', { ...JSON_TYPE, text: '["aws:af-south-1","b c"]' }],
  ['JSON that also decodes', { ...JSON_TYPE, text: 'null' }],
  ['a JSON number that also decodes', { ...JSON_TYPE, text: '1234' }],
  ['a stream', { mimeType: 'text/event-stream', text: 'data: {"a":1}\n\ndata: [DONE]\n\n' }],
  ['HTML', { mimeType: 'text/html', text: '<p>Olá</p>' }],
  ['a word', { mimeType: 'text/plain', text: 'hello' }],
  ['a word that also decodes', { ...UTF_8, text: 'pong' }],
  ['XML without a type', { text: '<a/>' }],
])('a text that claims to be base64 and is not is read as text: %s', (_title, content) => {
  expect(asText(read(content)?.response.body)).toBe(content.text)
})

test.each([
  ['JSON', { ...JSON_TYPE, text: toBase64('{"a":"é"}') }, '{"a":"é"}'],
  ['JSON without padding', { ...JSON_TYPE, text: toBase64('{"a":1}').replace(/=+$/, '') }, '{"a":1}'],
  ['text', { ...UTF_8, text: toBase64('Olá') }, 'Olá'],
  ['a list of chunks', { ...JSON_TYPE, text: JSON.stringify([toBase64('{"a"'), toBase64(':1}')]) }, '{"a":1}'],
  ['nothing', { ...UTF_8, text: '' }, ''],
])('base64 is decoded: %s', (_title, content, text) => {
  expect(asText(read(content)?.response.body)).toBe(text)
})

test('base64 of bytes is decoded, also if the text would be JSON or the bytes are compressed', () => {
  expect(read({ mimeType: 'image/png', text: 'null' })?.response.body).toEqual(Uint8Array.from([0x9e, 0xe9, 0x65]))
  const compressed = gzipSync('{"a":1}')
  const encoding = { name: 'content-encoding', value: 'gzip' }
  expect(read({ ...JSON_TYPE, text: toBase64(compressed) }, {}, encoding)?.response.body).toEqual(
    new Uint8Array(compressed),
  )
})

test('the base64 of a request can have a wrong padding, and anything else is text', () => {
  const send = (text: string) =>
    asText(
      read({}, { request: { method: 'POST', url: 'https://a.test/', postData: { text, encoding: 'base64' } } })?.request
        .body,
    )
  expect(['YWI=', 'YWI', 'YWI===', '{"a":1}'].map(send)).toEqual(['ab', 'ab', 'ab', '{"a":1}'])
})

test('the fields of a form can have odd values', () => {
  const params = [{ name: 'a', value: { toString: 1 } }, { name: 'b' }, { name: 'c', value: 2 }, 'd']
  const request = { method: 'POST', url: 'https://a.test/', postData: { params } }
  expect(asText(read({}, { request })?.request.body)).toBe('a=%7B%22toString%22%3A1%7D&b=&c=2')
})
