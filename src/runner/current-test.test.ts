import { expect, test } from 'vitest'
import { currentTest } from './current-test.ts'

test('in Node 20 the test file is the main script of the process, since the context of node:test has no file', () => {
  const context = { fullName: 'outer > says hi', name: 'says hi', diagnostic: () => {} }
  const { argv } = process
  process.argv = ['node', '/home/me/greet.test.mjs']
  try {
    expect(currentTest([context])).toEqual({ file: '/home/me/greet.test', name: 'outer > says hi' })
  } finally {
    process.argv = argv
  }
})
