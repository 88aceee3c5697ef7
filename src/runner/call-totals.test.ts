import { expect, test } from 'vitest'
import { addTotals, sumCalls } from './call-totals.ts'

test('calls are added by their counts, and a free call is neither priced nor unpriced', () => {
  expect(
    sumCalls([
      { count: 2, usage: { tokens: 10, price: 0.25, waiting: 100 } },
      { count: 3, usage: { tokens: 1, price: 'unknown', waiting: 10 } },
      { count: 4, usage: { tokens: 0, price: 'none', waiting: 1 } },
    ]),
  ).toEqual({ calls: 9, tokens: 23, cost: 0.5, unpriced: 3, waiting: 234 })
})

test('a cost that nobody knows stays unknown', () => {
  const unknown = { count: 1, usage: { tokens: 5, price: 'unknown', waiting: 0 } } as const
  expect(sumCalls([unknown])).toEqual({ calls: 1, tokens: 5, unpriced: 1, waiting: 0 })
  expect(sumCalls([])).toEqual({ calls: 0, tokens: 0, unpriced: 0, waiting: 0 })
})

test('totals are added, and an unknown cost does not hide a known one', () => {
  const totals = [
    { calls: 1, tokens: 2, unpriced: 1, waiting: 3 },
    { calls: 10, tokens: 20, cost: 0, unpriced: 0, waiting: 30 },
  ]
  expect(addTotals(totals)).toEqual({ calls: 11, tokens: 22, cost: 0, unpriced: 1, waiting: 33 })
})
