import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildRequest, matchRequests } from '../../test/match-requests.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { createRequestMatcher } from './request-matcher.ts'

const encodings: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  gzip: gzipSync,
  'X-Gzip': gzipSync,
  deflate: deflateSync,
  'deflate ': deflateRawSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  'gzip, br': (bytes) => brotliCompressSync(gzipSync(bytes)),
  'identity, deflate, zstd , gzip': (bytes) => gzipSync(zstdCompressSync(deflateSync(bytes))),
}

const bodies = {
  'application/json': ['{"a":1,"b":[1e400]}', '{ "b": [10e399], "a": 1.0 }', '{"a":1,"b":[1e401]}'],
  'application/x-www-form-urlencoded': ['a=1&b=%E9', 'b=%e9&a=1', 'a=1&b=%E8'],
  'text/plain': ['a\r\nb', 'a\nb', 'a\n\nb'],
  '': ['1', '1.0', '2'],
}

const compress = (encoding: string, text: string, type: string): HttpRequest => ({
  ...buildRequest(new Uint8Array(encodings[encoding]?.(new TextEncoder().encode(text)) ?? [])),
  headers: [['Content-Encoding', encoding], ...(type ? [['Content-Type', type] as const] : [])],
})

test.each(Object.keys(encodings))('a request with the encoding %j is compared by its content', (encoding) => {
  for (const [type, [a = '', same = '', other = '']] of Object.entries(bodies)) {
    const request = compress(encoding, a, type)
    expect(matchRequests(request, compress(encoding, same, type))).toBe(true)
    expect(matchRequests(request, compress(encoding, other, type))).toBe(false)
    expect(matchRequests(request, buildRequest(same, type ? [['content-type', type]] : []))).toBe(true)
    expect(matchRequests(request, compress('gzip', same, type))).toBe(true)
    expect(matchRequests(request, compress('gzip', other, type))).toBe(false)
  }
})

test('gzip and zstd are detected without the header', () => {
  const plain = buildRequest('{"a":1}')
  for (const encoding of ['gzip', 'zstd']) {
    const { headers: _, ...request } = compress(encoding, '{"a":1}', '')
    expect(matchRequests({ ...request, headers: [] }, plain)).toBe(true)
  }
})

test('a request that is not compressed as its header says is compared as it is', () => {
  const mislabeled = (body: string | Uint8Array<ArrayBuffer>, encoding: string): HttpRequest =>
    buildRequest(body, [['content-encoding', encoding]])
  for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'compress', 'identity', '']) {
    expect(matchRequests(mislabeled('{"a":1}', encoding), buildRequest('{"a":1.0}'))).toBe(true)
    expect(matchRequests(mislabeled(Uint8Array.of(0xff, 1), encoding), buildRequest(Uint8Array.of(0xff, 2)))).toBe(
      false,
    )
  }
  const { body } = compress('gzip', '{"a":"a long text that is cut in its middle"}', '')
  expect(matchRequests(mislabeled(body.slice(0, 30), 'gzip'), mislabeled(body.slice(0, 31), 'gzip'))).toBe(false)
})

test('the difference of compressed requests is that of their contents', () => {
  const [, , body] = createRequestMatcher().compare(
    compress('gzip', '{"model":"a"}', 'application/json'),
    compress('br', '{"model":"b"}', 'application/json'),
  )
  expect(body).toEqual({
    matcher: 'body',
    differences: [{ path: '$.model', recorded: 'a', received: 'b' }],
  })
})

test('with body: "bytes", the compressed bytes are compared', () => {
  const a = compress('gzip', 'abc', '')
  const b = compress('deflate', 'abc', '')
  expect(matchRequests(a, b, { body: 'bytes' })).toBe(false)
  expect(matchRequests(a, b, { body: 'text' })).toBe(true)
})
