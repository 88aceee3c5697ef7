import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, shorten } from './excerpt.ts'

test.each([
  ['texts', 'a', 'b', ['"a"', '"b"']],
  ['a missing value', undefined, null, ['(absent)', 'null']],
  ['objects', { a: [1] }, { a: [2] }, ['{"a":[1]}', '{"a":[2]}']],
  ['bytes', new Uint8Array(3), new Uint8Array(), ['(3 bytes)', '(0 bytes)']],
  [
    'numbers that are too large for a number',
    { id: 12345678901234567890n },
    1n,
    ['{"id":"12345678901234567890"}', '"1"'],
  ],
  ['a value that JSON does not know', Symbol('a'), 1, ['Symbol(a)', '1']],
])('%s are shown as JSON', (_, recorded, received, expected) => {
  expect(excerptOf(recorded, received)).toEqual(expected)
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

test('a name of up to 200 characters is complete, and a longer one is cut', () => {
  const [short, long] = ['a'.repeat(200), 'a'.repeat(201)]
  expect([shorten(short), shorten(long)]).toEqual([short, `${short}…`])
})
