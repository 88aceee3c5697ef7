import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodePercent, decodeText, removeEscapes } from './decode-text.ts'

/** Its base64 has no padding. */
const TEXT = 'the-credential-is-in-it.'

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64')
const hex = (content: string): string => Buffer.from(content).toString('hex')

test.each([
  ['a code of JSON', 'a\\u002db', 'a-b'],
  ['a short code', 'a\\x2db\\x2D', 'a-b-'],
  ['a short code that is incomplete', 'a\\x2 \\x2g', 'a\\x2 \\x2g'],
  ['control characters', '\\b\\f\\n\\r\\t', '\b\f\n\r\t'],
  ['a quote, a slash and a backslash', '\\"\\/\\\\', '"/\\'],
  ['JSON in JSON', '\\\\\\"a\\\\\\"', '"a"'],
  ['three levels of JSON', '\\\\\\\\u002d', '-'],
  ['a fourth level of JSON, which stays', '\\\\\\\\\\\\\\\\u002d', '\\u002d'],
  ['all named entities', '&amp;&quot;&lt;&gt;', '&"<>'],
  ['another entity, which stays', '&nbsp;', '&nbsp;'],
  ['a decimal entity', 'a&#45;b&#122;', 'a-bz'],
  ['a hexadecimal entity', 'a&#x2d;b&#x2D;', 'a-b-'],
  ['an incomplete entity, which stays', '&#x2; &#xgg; &#1;', '&#x2; &#xgg; &#1;'],
])('removes the escapes of %s', (_, text, plain) => {
  expect(removeEscapes(text)).toBe(plain)
})

test.each([
  ['a character', 'a%2Db', 'a-b'],
  ['a character of several bytes', '%C3%A4', 'ä'],
  ['bytes that are not UTF-8, which stay', '%E4', '%E4'],
  ['three levels', '%25252D', '-'],
  ['a fourth level, which stays', '%2525252D', '%2D'],
])('decodes the percent-encoding of %s', (_, text, plain) => {
  expect(decodePercent(text)).toBe(plain)
})

const found = (text: string): Record<string, boolean> => {
  const { base64, compressed, hex } = decodeText(text)
  return { base64: base64.includes(TEXT), compressed: compressed.includes(TEXT), hex: hex.includes(TEXT) }
}

/** Short text is stored in zstd as it is. */
const LONG = `A long text of various words is compressed by a code for each of its letters, so that no word can be read. ${TEXT}`

const NOWHERE = { base64: false, compressed: false, hex: false }

const lines = (separator: string): string => base64(`it is ${TEXT}`).replace(/.{20}/g, `$&${separator}`)

test.each([
  ['base64', base64(TEXT), 'base64'],
  ['the shortest base64', base64('it-is-here-0').concat(base64(TEXT)), 'base64'],
  ['base64 after one letter', `a${base64(TEXT)}`, 'base64'],
  ['base64 after two letters', `ab${base64(TEXT)}`, 'base64'],
  ['base64 after three letters', `abc${base64(TEXT)}`, 'base64'],
  ['the longest base64 at an offset', `a${base64(TEXT)}`.padEnd(65_536, 'A'), 'base64'],
  ['long base64', base64(TEXT.padEnd(80_000, ' ')), 'base64'],
  ['lines of base64', lines('\n'), 'base64'],
  ['lines with a carriage return', lines('\r\n'), 'base64'],
  ['lines after a blank', lines('\n '), 'base64'],
  ['lines after a tab', lines('\n\t'), 'base64'],
  ['lines after 20 blanks', lines(`\n${' '.repeat(20)}`), 'base64'],
  ['lines of 16 characters', base64(TEXT).replace(/.{16}/g, '$&\n'), 'base64'],
  ['UTF-16 in base64', base64([...TEXT].join('\0')), 'base64'],
  ['text between bytes in base64', base64(Buffer.from(`\xff\xfe${TEXT}\xff`, 'latin1')), 'base64'],
  ['gzip in base64', base64(gzipSync(TEXT)), 'compressed'],
  ['gzip after letters', `abc${base64(gzipSync(TEXT))}`, 'compressed'],
  ['zstd in base64', base64(zstdCompressSync(LONG)), 'compressed'],
  ['zstd after letters', `abc${base64(zstdCompressSync(LONG))}`, 'compressed'],
  ['deflate in base64', base64(deflateSync(TEXT)), 'compressed'],
  ['hexadecimal digits', hex(TEXT), 'hex'],
  ['capital hexadecimal digits', hex(TEXT).toUpperCase(), 'hex'],
  ['a hexadecimal number', `0x${hex(TEXT)}`, 'hex'],
  ['an odd number of hexadecimal digits', `${hex(TEXT)}0`, 'hex'],
  ['hexadecimal digits before letters', `${hex(TEXT)}xyz`, 'hex'],
])('finds text in %s', (_, text, encoding) => {
  expect(found(text)).toEqual({ ...NOWHERE, [encoding]: true })
})

test.each([
  ['long base64 after a letter', `a${base64(TEXT)}`.padEnd(65_537, 'A')],
  ['lines after 21 blanks', lines(`\n${' '.repeat(21)}`)],
  ['lines after an empty line', lines('\n\n')],
  ['lines after a comma', lines(',\n')],
  ['lines that are shorter than 16 characters', base64(TEXT).replace(/.{15}/g, '$&\n')],
  ['damaged gzip', base64(gzipSync(TEXT).subarray(0, 12))],
  ['gzip of more than a million bytes', base64(Buffer.concat([gzipSync(TEXT), Buffer.alloc(1_000_000)]))],
  ['deflate after other letters', `abcd${base64(deflateSync(TEXT))}`],
  ['hexadecimal digits after letters', `xyz${hex(TEXT)}`],
])('finds no text in %s', (_, text) => {
  expect(found(text)).toEqual(NOWHERE)
})

test.each([
  ['the shortest text', base64('it-is-here-0'), { base64: 'it-is-here-0', compressed: '', hex: '' }],
  ['a shorter text', base64('it-is-here-'), { base64: '', compressed: '', hex: '' }],
  ['a text of blanks', base64(`it-is-here${' '.repeat(20)}`), { base64: '', compressed: '', hex: '' }],
  [
    'two runs',
    `${base64('it-is-here-0')} ${base64('it-is-there1')}`,
    { base64: 'it-is-here-0\nit-is-there1', compressed: '', hex: '' },
  ],
  ['the shortest hexadecimal digits', hex('it-is-here-0 abc'), { base64: '', compressed: '', hex: 'it-is-here-0 abc' }],
  ['fewer hexadecimal digits', hex('it-is-here-0abc'), { base64: '', compressed: '', hex: '' }],
  ['words', 'this is a text without any encoded part', { base64: '', compressed: '', hex: '' }],
])('decodes %s', (_, text, decoded) => {
  expect(decodeText(text)).toEqual(decoded)
})
