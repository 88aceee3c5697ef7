import { expect, test } from 'vitest'
import { assertComplete } from './assert-complete.ts'

const toRequest = (method: string, headers: Record<string, string>, body = '') => ({
  method,
  url: 'https://api.test/_search',
  headers: new Headers(headers),
  body: new TextEncoder().encode(body),
  signal: new AbortController().signal,
})

test.each([
  ['GET', { 'content-length': '12' }, 'a body of 12 bytes'],
  ['HEAD', { 'content-length': '1' }, 'a body of 1 bytes'],
  ['GET', { 'transfer-encoding': 'chunked' }, 'a body'],
])('a %s whose body was lost is refused: %j', (method, headers, expected) => {
  expect(() => assertComplete(toRequest(method, headers as Record<string, string>))).toThrow(
    expect.objectContaining({
      code: 'cassette_session',
      message: expect.stringContaining(`this ${method} request has ${expected}.`),
    }),
  )
})

test.each([
  ['GET', {}, ''],
  ['GET', { 'content-length': '0' }, ''],
  ['GET', { 'content-length': '2' }, '{}'],
  ['POST', { 'content-length': '12' }, ''],
])('a %s with %j and the body %j is complete', (method, headers, body) => {
  expect(() => assertComplete(toRequest(method, headers as Record<string, string>, body))).not.toThrow()
})
