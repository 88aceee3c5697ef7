import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { HeaderPair } from '../cassette.ts'
import { readBodyText } from './body-text.ts'

const TEXT = '<a>a text with markup</a>'

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const bytes = (content: Iterable<number>): Uint8Array<ArrayBuffer> => Uint8Array.from(content)
const littleEndian = (text: string): Uint8Array<ArrayBuffer> => bytes(Buffer.from(text, 'utf16le'))
const bigEndian = (text: string): Uint8Array<ArrayBuffer> => bytes(Buffer.from(text, 'utf16le').swap16())

/** The text of a body, and the bytes of that text. */
function read(body: Uint8Array<ArrayBuffer>, ...headers: HeaderPair[]): Record<string, unknown> {
  const { text, encode, compression } = readBodyText(body, headers)
  return { text, encoded: [...encode(text)], compression }
}

const UTF_16 = ['content-type', 'text/xml; charset=utf-16'] as const

test.each<[title: string, body: Uint8Array<ArrayBuffer>, text: string, headers: HeaderPair[]]>([
  ['UTF-8', utf8(TEXT), TEXT, []],
  ['letters of several bytes', utf8('äöü'), 'äöü', []],
  ['UTF-8 that claims to be UTF-16', utf8(`${TEXT}.`), `${TEXT}.`, [UTF_16]],
  ['UTF-16 with a mark', littleEndian(`\ufeff${TEXT}`), `\ufeff${TEXT}`, []],
  ['UTF-16 in the other byte order with a mark', bigEndian(`\ufeff${TEXT}`), `\ufeff${TEXT}`, []],
  ['UTF-16 with a content type', littleEndian(TEXT), TEXT, [UTF_16]],
  ['UTF-16 in the other byte order with a content type', bigEndian(TEXT), TEXT, [UTF_16]],
  ['UTF-16 with a quoted charset', littleEndian(TEXT), TEXT, [['content-type', 'text/xml; charset="UTF-16LE"']]],
  ['UTF-16 with a charset without a hyphen', littleEndian(TEXT), TEXT, [['content-type', 'text/xml; charset=utf16']]],
  ['UTF-16 with neither', littleEndian('ab'), 'a\0b\0', []],
  ['an odd number of bytes', bytes([...littleEndian('ab'), 99]), 'a\0b\0c', [UTF_16]],
  ['bytes that begin like a mark', bytes([0xff, 0xd8, 0xff, 0xe0]), '\xff\xd8\xff\xe0', []],
  ['bytes', bytes([0x80, 0x81, 0, 0xff]), '\x80\x81\0\xff', []],
  ['damaged gzip', bytes([0x1f, 0x8b, 8, 0]), '\x1f\x8b\x08\0', [['content-encoding', 'gzip']]],
  ['no gzip', utf8(TEXT), TEXT, [['content-encoding', 'gzip']]],
])('reads %s', (_, body, text, headers) => {
  expect(read(body, ...headers)).toEqual({ text, encoded: [...body], compression: 'kept' })
})

test('a compressed body is read, and encoded without its compression', () => {
  expect(read(bytes(gzipSync(TEXT)), ['Content-Encoding', 'gzip'])).toEqual({
    text: TEXT,
    encoded: [...utf8(TEXT)],
    compression: 'removed',
  })
})

test('a compressed file is read, and compressed again', () => {
  const { text, encode, compression } = readBodyText(bytes(gzipSync(littleEndian(TEXT))), [UTF_16])
  expect({ text, encoded: [...gunzipSync(encode('<b/>'))], compression }).toEqual({
    text: TEXT,
    encoded: [...littleEndian('<b/>')],
    compression: 'kept',
  })
})
