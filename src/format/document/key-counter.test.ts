import { expect, test } from 'vitest'
import { Lexer } from 'yaml'
import { KeyCounter } from './key-counter.ts'

/** The largest number of keys of a map, as the counter reports it. */
function countKeys(text: string): number {
  const counter = new KeyCounter()
  return Math.max(...[...new Lexer().lex(text)].map((token) => counter.add(token)))
}

test.each([
  ['a block', 'a: 1\nb: 2\nc:\n  d: 4\n', 3],
  ['a nested block', 'a:\n  b: 1\n  c:\n    d: 1\n  e: 2\n', 3],
  ['maps that follow each other', 'a:\n  b: 1\n  c: 2\nd:\n  e: 1\n  f: 2\n', 2],
  ['the items of a list', '- a: 1\n  b: 2\n- a: 1\n  b: 2\n- a: 1\n', 2],
  ['lists in lists', '- - a: 1\n    b: 2\n  - a: 1\n- - a: 1\n', 2],
  ['a flow', 'a: {b: 1, c: {d: 1, e: 2}, f: 3, g}\n', 3],
  ['a long flow list', `a: [${'1, '.repeat(50)}]\n`, 1],
  ['a text with colons', `a: |\n${'  b: c\n'.repeat(50)}d: "e: f"\n`, 2],
  ['quoted keys and question marks', '"a": 1\n? b\n: 2\n\'c\': 3\n', 3],
])('counts the keys of %s', (_title, text, keys) => {
  expect(countKeys(text)).toBe(keys)
})
