import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { JsonNumber } from './json-number.ts'
import { parseJson } from './parse-json.ts'
import { writeJson } from './write-json.ts'

const key = (text: string): string => canonicalJson(parseJson(text))

test.each([
  ['1', '1.0', '1e0', '10e-1', '0.1e1', '1E+00'],
  ['0', '-0', '0.0', '0e5', '-0.00E-7', '0e999'],
  ['1e400', '10e399', '0.1e401', '1000e397', `1${'0'.repeat(400)}`],
  ['1e-400', '0.1e-399', '10e-401'],
  ['12345678901234567890', '1234567890123456789e1', '12345678901234567890.000'],
  ['0.12345678901234567891', '12345678901234567891e-20'],
  ['1e5000', '10e4999', '0.001e5003'],
  ['1e99999999999999999999', '10e99999999999999999998'],
  ['100000000000000000000000', '1e23', '1.00E+23'],
  ['5e-324', '0.5e-323'],
])('the spellings of one number are equal: %s', (...spellings) => {
  expect(new Set(spellings.map(key)).size).toBe(1)
})

test.each([
  ['1e400', '1e401'],
  ['1e-400', '1e-401'],
  ['1e-400', '0'],
  ['1e400', '-1e400'],
  ['1e5000', '1e5001'],
  ['1e99999999999999999998', '1e99999999999999999999'],
  ['12345678901234567890', '12345678901234567891'],
  ['9007199254740992', '9007199254740993'],
  ['0.1', '0.10000000000000001'],
  ['0.12345678901234567891', '0.12345678901234567892'],
  ['1.7976931348623157e308', '1.7976931348623158e308'],
  ['5e-324', '4e-324'],
  ['99999999999999991611392', '1e23'],
  [`1${'0'.repeat(2000)}`, `1${'0'.repeat(1999)}1`],
  ['1e400', '"1e400"'],
  ['1e400', '{}'],
])('different numbers are different: %s and %s', (a, b) => {
  expect(key(a)).not.toBe(key(b))
  expect(key(`{"a":[${a}]}`)).not.toBe(key(`{"a":[${b}]}`))
})

test('numbers are equal if and only if their values are equal', () => {
  const decimal = fc.record({
    sign: fc.constantFrom('', '-'),
    digits: fc.stringMatching(/^[0-9]{1,25}$/),
    shift: fc.integer({ min: -30, max: 330 }),
  })
  const scale = (digits: string, shift: number): bigint => BigInt(digits) * 10n ** BigInt(shift + 30)
  const spell = ({ sign, digits, shift }: { sign: string; digits: string; shift: number }, point: number): string => {
    const whole = digits.slice(0, point).replace(/^0+(?=\d)/, '')
    const fraction = digits.slice(point)
    return `${sign}${whole}${fraction && `.${fraction}`}e${shift + fraction.length}`
  }
  const point = fc.integer({ min: 1, max: 25 })
  fc.assert(
    fc.property(decimal, decimal, point, point, (a, b, pointOfA, pointOfB) => {
      const value = (n: typeof a): bigint => scale(n.digits, n.shift) * (n.sign ? -1n : 1n)
      expect(key(spell(a, pointOfA)) === key(spell(b, pointOfB))).toBe(value(a) === value(b))
      expect(key(spell(a, pointOfA))).toBe(key(spell(a, pointOfB)))
      expect(key(writeJson(parseJson(spell(a, pointOfA))))).toBe(key(spell(a, pointOfA)))
    }),
  )
})

test('doubles stay numbers, and other numbers keep all digits when they are written', () => {
  const json = '[1.5,-0.1,1e+23,12345678901234567890,1e-400,0.12345678901234567891,"12345678901234567890"]'
  const parsed = parseJson(json)
  expect(parsed).toEqual([
    1.5,
    -0.1,
    1e23,
    12345678901234567890n,
    expect.any(JsonNumber),
    expect.any(JsonNumber),
    '12345678901234567890',
  ])
  expect(writeJson(parsed)).toBe(json)
  expect(Number((parsed as unknown[])[5])).toBe(0.12345678901234568)
})

test('text that is not JSON, or deeper than 500 levels, is not parsed', () => {
  const deep = (levels: number, inner = ''): string => '['.repeat(levels) + inner + ']'.repeat(levels)
  const texts = [
    '',
    '{',
    '01e400',
    '1e400x',
    '[1e400',
    '1e',
    '-',
    '{1e400:1}',
    '[1e400-2]',
    deep(501),
    deep(100_000),
    deep(100_000, '1e400'),
  ]
  expect(texts.map(parseJson)).toEqual(texts.map(() => undefined))
  expect(JSON.stringify(parseJson(deep(500)))).toBe(deep(500))
})

test('2 MB of anything are parsed and compared before the test times out', () => {
  const inputs: ((size: number) => string)[] = [
    (size) => `"${'\\"'.repeat(size)}"`,
    (size) => `{"a":1e400,"b":"${'\\u0041'.repeat(size)}"}`,
    (size) => `[${'12345678901234567890,'.repeat(size / 20)}1]`,
    (size) => `[${'9'.repeat(size)}]`,
    (size) => `[0.${'0'.repeat(size)}1]`,
    (size) => `[1e${'0'.repeat(size)}1]`,
    (size) => `"${'1e400 "'.repeat(size / 10)}`,
    (size) => `{${Array.from({ length: size / 10 }, (_, index) => `"${index}\\r":1`).join()}}`,
  ]
  // If the time grew with the square of the size, each would take several minutes.
  for (const input of inputs) canonicalJson(parseJson(input(2_000_000)))
})
