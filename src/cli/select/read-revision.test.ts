import { expect, test } from 'vitest'
import { isRevision } from './read-revision.ts'

test.each([
  ['HEAD:a.yaml', true],
  ['HEAD~1:./a.yaml', true],
  ['feature/x:dir/a.yaml', true],
  [':a.yaml', false],
  ['HEAD:', false],
  ['a.yaml', false],
  ['C:\\a.yaml', false],
  ['c:/a.yaml', false],
  ['--output=x:a.yaml', false],
])('%s: %s', (path, expected) => {
  expect(isRevision(path)).toBe(expected)
})
