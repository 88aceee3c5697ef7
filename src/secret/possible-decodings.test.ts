import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { possibleDecodings } from './possible-decodings.ts'

const SECRET = 'the-credential-is-here'
const base64 = (text: string | Buffer): string => Buffer.from(text as string).toString('base64')

/** How the text was decoded in which the secret is found first. */
const how = (text: string): string | undefined =>
  [...possibleDecodings(text)].find((decoding) => decoding.text.includes(SECRET))?.how

test.each([
  ['plain text', SECRET, ''],
  ['escapes of JSON', SECRET.replaceAll('-', '\\\\u002d'), ''],
  ['escapes of URLs in escapes of URLs', SECRET.replaceAll('-', '%252D'), ''],
  ['entities of HTML', SECRET.replaceAll('-', '&#45;'), ''],
  ['UTF-16', [...SECRET].join('\0'), ''],
  ['the pieces of a stream', 'data: {"a":"the-cred"}\n\ndata: {"a":"ential-is-here"}\n\n', 'in pieces'],
  ['base64', `{"a":"${base64(`it is ${SECRET}`)}"}`, 'in base64'],
  ['base64 in base64', base64(base64(`it is ${SECRET}`)), 'in base64'],
  ['base64 in lines', base64(`it is ${SECRET} and more`).replace(/(.{20})/g, '$1\r\n'), 'in base64'],
  ['hexadecimal digits', Buffer.from(SECRET).toString('hex'), 'in hexadecimal digits'],
  ['gzip in base64', base64(gzipSync(SECRET)), 'in compressed base64'],
  ['deflate in base64', base64(deflateSync(SECRET)), 'in compressed base64'],
])('decodes %s', (_, text, expected) => {
  expect(how(text)).toBe(expected)
})

test('random base64 has no text', () => {
  const random = Buffer.from(Array.from({ length: 300 }, (_, index) => ((index * 131 + 200) % 256) | 128))
  expect([...possibleDecodings(base64(random))]).toHaveLength(1)
})
