import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { showPath } from './show-path.ts'

test.each([
  [resolve('test/a.yaml'), join('test', 'a.yaml')],
  [resolve('..a/b.yaml'), join('..a', 'b.yaml')],
  [resolve('.'), '.'],
  [resolve('../a.yaml'), resolve('../a.yaml')],
  [resolve('/a.yaml'), resolve('/a.yaml')],
])('the path %s is shown as %s', (file, expected) => {
  expect(showPath(file)).toBe(expected)
})
