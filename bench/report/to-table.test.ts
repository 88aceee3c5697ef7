import { expect, test } from 'vitest'
import { toTable } from './to-table.ts'

test('the first row names the columns, and a value that is missing leaves its cell empty', () => {
  expect(toTable([{ '': 'a', ratio: '1.1 (1–1.2)' }, { '': 'b | c' }])).toEqual([
    '| | ratio |',
    '| --- | --- |',
    '| a | 1.1 (1–1.2) |',
    '| b \\| c | |',
  ])
})
