import { expect, test } from 'vitest'
import { matchesAnything } from './matches-anything.ts'

test.each([/(?:)/, /.*/, /x?/, /^/, /|a/, /\s*/g, /(?:)/y])('%s finds something in any text', (pattern) => {
  expect(matchesAnything(pattern)).toBe(true)
})

test.each([/./, /x+/, /^$/, /^\d*$/, /sk-\w*/, /\bkey\b/g])('%s does not', (pattern) => {
  expect(matchesAnything(pattern)).toBe(false)
})

test('the state of a global expression neither counts nor changes', () => {
  const pattern = /x*/g
  pattern.lastIndex = 3
  expect([matchesAnything(pattern), pattern.lastIndex]).toEqual([true, 3])
})
