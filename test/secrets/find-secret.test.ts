import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { findSecret } from './find-secret.ts'

const SECRET = 'Zq8v/T2mNf4Lw+Xk7RbJ3hYc6D=='
const json = JSON.stringify({ note: SECRET })
const base64 = (text: string | Uint8Array): string => Buffer.from(text as string).toString('base64')
const events = (pieces: readonly string[]): string =>
  pieces.map((text) => `data: ${JSON.stringify({ delta: { text } })}\n\n`).join('')

const bodies: Readonly<Record<string, string | Uint8Array>> = {
  text: `It is ${SECRET}.`,
  'the first half': `It is ${SECRET.slice(0, 15)}REDACTED.`,
  'the second half': `It is REDACTED${SECRET.slice(-15)}.`,
  'escapes of URLs': encodeURIComponent(SECRET),
  'escapes of URLs, twice': encodeURIComponent(encodeURIComponent(SECRET)),
  'escapes of JSON': `{"note":"${[...SECRET].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')}"}`,
  'escaped slashes': json.replaceAll('/', '\\/'),
  'escapes of XML': SECRET.replaceAll('/', '&#47;').replaceAll('+', '&#x2b;'),
  base64: base64(`user:${SECRET}`),
  'base64 in a path': `/a/${base64(SECRET)}`,
  'base64 in lines': base64(SECRET.repeat(3)).replace(/.{16}/g, '$&\r\n'),
  'hexadecimal digits': Buffer.from(SECRET).toString('hex'),
  'UTF-16': Buffer.from(json, 'utf16le'),
  'UTF-16, big endian': Buffer.from(json, 'utf16le').swap16(),
  gzip: gzipSync(json),
  deflate: deflateSync(json),
  brotli: brotliCompressSync(json),
  zstd: zstdCompressSync(json),
  'gzip in base64': JSON.stringify({ blob: base64(gzipSync(json)) }),
  'pieces of a stream': events(SECRET.match(/.{1,5}/g) ?? []),
  'pieces of hexadecimal digits': events(
    Buffer.from(SECRET)
      .toString('hex')
      .match(/.{1,5}/g) ?? [],
  ),
}

const find = (response: string | Uint8Array): string | undefined =>
  findSecret(
    Buffer.from(stringifyCassette(buildCassette({ response: new Uint8Array(Buffer.from(response as string)) }))),
    [SECRET],
  )

test.each(Object.entries(bodies))('a secret is found in %s', (_, body) => {
  expect(find(body)).toMatch(/^plain/)
})

test('nothing is found without the secret', () => {
  expect(find(json.replace(SECRET, 'REDACTED'))).toBeUndefined()
})
