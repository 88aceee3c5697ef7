import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { parseJson } from './parse-json.ts'
import { writeJson } from './write-json.ts'

test.each<[text: string, value: unknown]>([
  ['{"a":{"c":3,"d":2},"b":1}', { b: 1, a: { d: 2, c: 3 } }],
  ['[2,1,null]', [2, 1, undefined]],
  ['{"b":null}', { a: undefined, b: null }],
  ['"a\\nb\\nc\\n"', 'a\r\nb\rc\n'],
  ['{"a\\n":1}', { 'a\r\n': 1 }],
  ['0', -0],
  ['1e+21', 1e21],
  ['1e+21', 10n ** 21n],
  ['12345678901234567890', 12_345_678_901_234_567_890n],
  ['bytes:"\\u0000ÿ"', Uint8Array.of(0, 255)],
  ['null', undefined],
  ['true', true],
])('writes %s', (text, value) => {
  expect(canonicalJson(value)).toBe(text)
})

test('equal values have equal texts, whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value)
      const reversed = JSON.stringify(value, (_key, member: unknown) =>
        typeof member === 'object' && member !== null && !Array.isArray(member)
          ? Object.fromEntries(Object.entries(member).reverse())
          : member,
      )
      expect(canonicalJson(parseJson(reversed))).toBe(canonicalJson(parseJson(json)))
      expect(JSON.parse(writeJson(parseJson(json)))).toEqual(JSON.parse(json))
    }),
  )
})
