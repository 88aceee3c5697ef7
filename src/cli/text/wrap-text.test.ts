import { expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

test.each([
  ['', 5, ['']],
  ['one two three', 20, ['one two three']],
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 8, ['one two', 'three']],
  ['  indented text', 10, ['  indented', 'text']],
  ['one   two', 4, ['one', 'two']],
  ['a longestword b', 4, ['a', 'long', 'estw', 'ord', 'b']],
  ['日本語です', 4, ['日本', '語で', 'す']],
  ['日本 ok', 4, ['日本', 'ok']],
  ['👍👍', 3, ['👍', '👍']],
])('wraps %j at %i', (text, columns, lines) => {
  expect(wrapText(text, columns)).toEqual(lines)
})

test('breaks nothing without a limit', () => {
  const text = 'word '.repeat(1000)
  expect(wrapText(text, Number.POSITIVE_INFINITY)).toEqual([text])
})

test.each(['x'.repeat(300_000), ' '.repeat(300_000), 'ab '.repeat(100_000), '語'.repeat(100_000)])(
  'stays linear in a long text (%#)',
  (text) => {
    expect(wrapText(text, 80).length).toBeLessThan(text.length / 30)
  },
)
