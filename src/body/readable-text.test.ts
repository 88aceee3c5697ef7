import { expect, test } from 'vitest'
import { readableText } from './readable-text.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each(['', 'né\t\n', '\ufeffx', '日本', '\u001b[31m'])('%j is a text', (text) => {
  expect(readableText(encode(text))).toBe(text.replace('\ufeff', ''))
})

test('bytes that are not UTF-8, and a silent sound, are not', () => {
  expect([Uint8Array.of(0xff), new Uint8Array(320), encode('a\0b')].map(readableText)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
