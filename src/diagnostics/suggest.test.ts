import { expect, test } from 'vitest'
import { suggest } from './suggest.ts'

test.each([
  ['convrt', ' Did you mean convert?'],
  ['covnert', ' Did you mean convert?'],
  ['CONVERT', ' Did you mean convert?'],
  ['converts', ' Did you mean convert?'],
  ['hlep', ' Did you mean help?'],
  ['lnit', ' Did you mean lint?'],
  ['x', ''],
  ['record', ''],
  ['', ''],
])('%j%s', (word, suggestion) => {
  expect(suggest(word, ['convert', 'help', 'lint', 'ls'])).toBe(suggestion)
})

test('the nearest word is suggested', () => {
  expect(suggest('--timeot', ['--timer', '--timeout'])).toBe(' Did you mean --timeout?')
})
