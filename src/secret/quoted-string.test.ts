import { expect, test } from 'vitest'
import { decodeQuoted, readQuoted } from './quoted-string.ts'

/** The content of the string at the end of a text, which begins after `=`, and the text behind it. */
function read(text: string, quote: string): string[] | undefined {
  const string = readQuoted(text, text.indexOf('=') + 1, quote)
  return string && [text.slice(string.start, string.end), text.slice(string.end)]
}

test.each([
  ['"', 'a="b", "c"', 'b', '", "c"'],
  ['"', 'a=""', '', '"'],
  ['"', 'a="b \\" c" d', 'b \\" c', '" d'],
  ['"', 'a="b\\\\" c"', 'b\\\\', '" c"'],
  ['"', 'a="b\\\\\\" c" d', 'b\\\\\\" c', '" d'],
  ['\\"', 'a=\\"b\\", c', 'b', '\\", c'],
  ['\\"', 'a=\\"b \\\\\\" c\\" d', 'b \\\\\\" c', '\\" d'],
  ['\\"', 'a=\\"b\\\\\\\\\\" c\\"', 'b\\\\\\\\', '\\" c\\"'],
  ['\\\\\\"', 'a=\\\\\\"b\\\\\\" c', 'b', '\\\\\\" c'],
  ['\\"', 'a=\\"b" c\\" d', 'b" c', '\\" d'],
])('a string that begins with %s in %s ends at the next quote of its own depth', (quote, text, content, rest) => {
  expect(read(text, quote)).toEqual([content, rest])
})

test('a string that does not end contains the rest of the text', () => {
  expect(read('a="b c', '"')).toEqual(['b c', ''])
  expect(read('a="b c\\', '"')).toEqual(['b c\\', ''])
})

test('text whose quote is not closed in its line is no string', () => {
  expect(read('a="b\nc"', '"')).toBeUndefined()
  expect(read('a="b"\nc', '"')).toEqual(['b', '"\nc'])
})

test.each([
  ['"', 'a b', 'a b'],
  ['"', 'a\\nb \\u0041', 'a\nb A'],
  ['\\"', 'a\\\\nb \\\\\\"c\\\\\\"', 'a\nb "c"'],
  ['\\\\\\"', 'a\\\\\\\\nb', 'a\nb'],
])('a string in %s is decoded once for each depth: %s', (quote, content, decoded) => {
  expect(decodeQuoted(content, quote)).toBe(decoded)
})

test.each([
  ['a\\', 'a'],
  ['a\\u', 'a'],
  ['a\\u00', 'a'],
  ['a\\u004', 'a'],
  ['a\\n\\u00f', 'a\n'],
])('the escape in which the string %s was cut is left out', (content, decoded) => {
  expect(decodeQuoted(content, '"')).toBe(decoded)
})

test('a string that can not be decoded stays as it is', () => {
  expect(decodeQuoted('C:\\path', '"')).toBe('C:\\path')
  expect(decodeQuoted('C:\\\\path', '\\"')).toBe('C:\\path')
})
