import { expect, test } from 'vitest'
import { showValue } from './show-value.ts'

const cycle: Record<string, unknown> = {}
cycle.self = cycle

test.each([
  ['text', '"text"'],
  [undefined, 'undefined'],
  [null, 'null'],
  [Number.NaN, 'NaN'],
  [10n, '10n'],
  [Symbol('a'), 'Symbol(a)'],
  [() => {}, 'a function'],
  [/a+/i, '/a+/i'],
  [{ a: [1n, /b/] }, '{"a":["1n","/b/"]}'],
  [cycle, 'an object that JSON does not have'],
  [
    {
      toJSON: () => {
        throw new Error('no')
      },
    },
    'an object that JSON does not have',
  ],
])('%# every value has a text', (value, text) => {
  expect(showValue(value)).toBe(text)
})
