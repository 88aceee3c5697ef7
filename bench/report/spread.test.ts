import { expect, test } from 'vitest'
import { formatSpread } from './spread.ts'

test.each([
  [[1.234, 1.1, 1.37], '1.2 (1.1–1.4)'],
  [[1.01, 1.02, 1.03], '1'],
  [[0.0421, 0.0387, 0.0499], '0.04 (0.04–0.05)'],
  [[12.34, 1234.5, 99], '99 (12.3–1,230)'],
  [[Number.NaN, 2, Number.POSITIVE_INFINITY], '2'],
  [[Number.NaN], ''],
  [[], ''],
])('the spread of %j is %j', (values, spread) => {
  expect(formatSpread(values)).toBe(spread)
})
