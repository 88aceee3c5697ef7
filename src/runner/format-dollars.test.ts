import { expect, test } from 'vitest'
import { formatDollars } from './format-dollars.ts'

test.each([
  [0, '$0.00'],
  [0.01, '$0.01'],
  [0.005, '$0.005'],
  [0.000_123, '$0.0001'],
  [1.005, '$1.01'],
  [1234.5, '$1,234.50'],
])('%f dollars are written as %s', (dollars, text) => {
  expect(formatDollars(dollars)).toBe(text)
})
