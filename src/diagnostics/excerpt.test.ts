import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePercent } from '../body/url-encoded.ts'
import { parseJson } from '../json/parse-json.ts'
import { excerptOf } from './excerpt.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test.each([
  ['bytes', bytes(0x61, 0xe9), bytes(0x61, 0xe8, 0), '(2 bytes) a\\xe9', '(3 bytes) a\\xe8\\x00'],
  ['bytes and text', bytes(0xe9), 'é', '(1 bytes)', '"é"'],
  ['bytes in a part', [{ content: bytes(1, 2) }], undefined, '[{"content":"(2 bytes)"}]', '(absent)'],
  ['bytes of a form', decodePercent('caf%E9'), decodePercent('caf%C3%A9'), '"caf\\xe9"', '"café"'],
  ['text with a backslash', '\\udce9', 'x', '"\\\\udce9"', '"x"'],
  ['a pair of surrogates', '💩', '\ud83d', '"💩"', '"\\ud83d"'],
  ['big numbers', parseJson('1e4000'), parseJson('1e4001'), '1e+4000', '1e+4001'],
  ['big integers', 12345678901234567890n, 12345678901234567891n, '12345678901234567890', '12345678901234567891'],
  ['big numbers in a list', parseJson('[1e4000]'), [12345678901234567890n], '["1e+4000"]', '["12345678901234567890"]'],
])('shows %s', (_title, recorded, received, shownRecorded, shownReceived) => {
  expect(excerptOf(recorded, received)).toEqual([shownRecorded, shownReceived])
})

test('long bytes are cut around their first difference', () => {
  const [recorded, received] = [0xfe, 0xff].map((last) => bytes(...new Uint8Array(1000).fill(0x61), last))
  expect(excerptOf(recorded, received)).toEqual([
    `(1001 bytes) …${'a'.repeat(24)}\\xfe`,
    `(1001 bytes) …${'a'.repeat(24)}\\xff`,
  ])
  const long = excerptOf(new Uint8Array(50_000_000), new Uint8Array(50_000_000).fill(1))
  expect(long.map(({ length }) => length)).toEqual([118, 118])
})

test('two long texts are cut around their first difference, with 24 characters before it', () => {
  const [recorded, received] = excerptOf(`${'a'.repeat(300)}X${'b'.repeat(300)}`, `${'a'.repeat(300)}YY`)
  expect([recorded, received]).toEqual([`…${'a'.repeat(24)}X${'b'.repeat(75)}…`, `…${'a'.repeat(24)}YY"`])
})

test('texts of up to 100 characters are complete', () => {
  const texts = ['a'.repeat(98), `${'a'.repeat(97)}b`] as const
  expect(excerptOf(...texts)).toEqual(texts.map((text) => `"${text}"`))
})

test('two different texts are shown as different ones, in at most 102 characters each', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 80, maxLength: 300 }))
  const prefix = fc.string({ unit: fc.constant('a'), maxLength: 200 })
  fc.assert(
    fc.property(prefix, text, text, (start, a, b) => {
      fc.pre(a !== b)
      const shown = excerptOf(start + a, start + b)
      expect(shown[0]).not.toBe(shown[1])
      for (const each of shown) expect(each.length).toBeLessThanOrEqual(102)
    }),
  )
})
