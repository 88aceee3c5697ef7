import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { JsonNumber, spellNumber } from './json-number.ts'
import { parseJson } from './parse-json.ts'
import { writeJson } from './write-json.ts'

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['0.000', '0'],
  ['0e99', '0'],
  ['1.50', '1.5'],
  ['15e-1', '1.5'],
  ['-1E3', '-1000'],
  ['1e21', '1e+21'],
  ['100000000000000000000', '100000000000000000000'],
  ['1000000000000000000000', '1e+21'],
  ['0.000001', '0.000001'],
  ['0.0000001', '1e-7'],
  ['123e-9', '1.23e-7'],
  ['0.12345678901234567890', '0.1234567890123456789'],
  ['1e4000', '1e+4000'],
  ['9007199254740993', '9007199254740993'],
])('the number %s is spelled %s', (text, spelled) => {
  expect(spellNumber(text)).toBe(spelled)
})

test.each(['', '-', '01', '.5', '1.', '1e', '+1', '1 ', 'NaN', '0x1', '1_000'])('"%s" is no number of JSON', (text) => {
  expect(spellNumber(text)).toBeUndefined()
})

test('a number with an absurd exponent keeps its text, and takes no time', () => {
  const text = `1e${'9'.repeat(100_000)}`
  expect(spellNumber(text)).toBe(text)
})

test('every double is spelled as JavaScript does, however it is written', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const expected = Object.is(number, -0) ? '0' : String(number)
      expect([spellNumber(String(number)), spellNumber(number.toExponential())]).toEqual([expected, expected])
    }),
  )
})

test('a number that no double holds keeps all its digits in JSON, and calculates as the nearest double', () => {
  const number = parseJson('0.12345678901234567891')
  expect(number).toBeInstanceOf(JsonNumber)
  expect([writeJson({ a: [number] }), canonicalJson(number), JSON.stringify(number), Number(number)]).toEqual([
    '{"a":[0.12345678901234567891]}',
    '0.12345678901234567891',
    '"0.12345678901234567891"',
    0.12345678901234568,
  ])
})
