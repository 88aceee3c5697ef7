import { expect, test } from 'vitest'
import { createTextBudget } from './text-budget.ts'

test('texts are cut once the page is full, and report how much is missing', () => {
  const budget = createTextBudget(5)
  expect([budget.cut('abc'), budget.cut('def'), budget.cut('g'), budget.cut('')]).toEqual([
    { text: 'abc' },
    { text: 'de', omitted: 1 },
    { text: '', omitted: 1 },
    { text: '' },
  ])
})

test('a text is cut at 256 Ki characters, whatever is left for the page', () => {
  const { text, omitted } = createTextBudget().cut('x'.repeat(256 * 1024 + 7))
  expect([text.length, omitted]).toEqual([256 * 1024, 7])
})

test('a character of two units is never halved, and its unit stays available for the next text', () => {
  const budget = createTextBudget(2)
  expect([budget.cut('a😀'), budget.cut('b')]).toEqual([{ text: 'a', omitted: 2 }, { text: 'b' }])
})
