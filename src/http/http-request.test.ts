import { expect, test } from 'vitest'
import { contentTypeOf, headersOf, toByteString } from './http-request.ts'

const toRequest = (headers: Headers | [string, string][]) => ({
  method: 'GET',
  url: 'https://a.test/',
  headers,
  body: new Uint8Array(),
})

test('the content type is read from recorded and from received headers', () => {
  expect([
    contentTypeOf(toRequest([['Content-TYPE', 'text/plain']])),
    contentTypeOf(toRequest(new Headers({ 'content-type': 'text/plain' }))),
    contentTypeOf(toRequest([])),
  ]).toEqual(['text/plain', 'text/plain', ''])
})

test('recorded headers become Headers, and received ones stay the same object', () => {
  const received = new Headers({ a: '1' })
  expect(headersOf(toRequest(received))).toBe(received)
  expect([...headersOf(toRequest([['X-Title', '好']]))]).toEqual([['x-title', 'å¥½']])
})

test('a header of a megabyte is encoded', () => {
  expect(toByteString('好'.repeat(350_000))).toHaveLength(1_050_000)
  expect(toByteString('é')).toBe('é')
})
