import { expect, test } from 'vitest'
import { addAttributes } from './add-attributes.ts'

test.each([
  ['', 'a/** diff=cassette\n'],
  ['* text=auto', '* text=auto\na/** diff=cassette\n'],
  ['* text=auto\r\n', '* text=auto\r\na/** diff=cassette\r\n'],
  ['a/** diff=cassette\n', 'a/** diff=cassette\n'],
  ['a/**   -text diff=cassette eol=lf\n', 'a/**   -text diff=cassette eol=lf\n'],
  ['a/** -diff\n', 'a/** -diff\na/** diff=cassette\n'],
  ['# a/** diff=cassette\n', '# a/** diff=cassette\na/** diff=cassette\n'],
])('%j becomes %j', (before, after) => {
  expect(addAttributes(before, ['a/**'])).toBe(after)
})
