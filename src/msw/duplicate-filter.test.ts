import { expect, test } from 'vitest'
import { createDuplicateFilter } from './duplicate-filter.ts'

test('a request is a duplicate from the second time on, for each filter of its own', () => {
  const [first, second] = [createDuplicateFilter(), createDuplicateFilter()]
  expect(['a', 'b', 'a', 'a', 'b', 'c'].map(first)).toEqual([false, false, true, true, true, false])
  expect(second('a')).toBe(false)
})

test('the last 10,000 requests are remembered, and no more, so that a long run does not fill the memory', () => {
  const isDuplicate = createDuplicateFilter()
  const ids = Array.from({ length: 10_001 }, (_, index) => String(index))
  expect(ids.filter(isDuplicate)).toEqual([])
  expect([isDuplicate('1'), isDuplicate('10000'), isDuplicate('0')]).toEqual([true, true, false])
})
