import { expect, test } from 'vitest'
import { replaceRanges } from './text-ranges.ts'

test.each([
  ['nothing', [], 'abcdef'],
  [
    'parts in any order',
    [
      { start: 4, end: 5, text: 'Y' },
      { start: 0, end: 2, text: 'X' },
    ],
    'XcdYf',
  ],
  [
    'neighbours',
    [
      { start: 0, end: 3, text: 'X' },
      { start: 3, end: 6, text: 'Y' },
    ],
    'XY',
  ],
  [
    'a part that overlaps an earlier one',
    [
      { start: 1, end: 4, text: 'X' },
      { start: 3, end: 6, text: 'Y' },
    ],
    'aXef',
  ],
  ['an empty part', [{ start: 2, end: 2, text: 'X' }], 'abXcdef'],
  ['all', [{ start: 0, end: 6, text: '' }], ''],
])('%s is replaced', (_what, ranges, expected) => {
  const before = structuredClone(ranges)
  expect(replaceRanges('abcdef', ranges)).toBe(expected)
  expect(ranges).toEqual(before)
})
