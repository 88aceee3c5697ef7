import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rememberCaller } from './calling-file.ts'
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

const DEFINED_IN = { file: '/app/greet.test.js' }

test.each([
  [
    'mocha',
    { test: { type: 'test', file: '/app/a.spec.js', titlePath: () => ['outer', 'says hi'] } },
    { file: '/app/a.spec.js', name: 'outer > says hi' },
  ],
  [
    "a hook of mocha's",
    {
      test: { type: 'hook', file: '/app/a.spec.js', titlePath: () => ['"before each" hook'] },
      currentTest: { file: '/app/a.spec.js', titlePath: () => ['says hi'] },
    },
    { file: '/app/a.spec.js', name: 'says hi' },
  ],
  ['AVA', { title: 'says hi', plan() {}, log() {} }, { file: '/app/greet.test.js', name: 'says hi' }],
  ['tap', { name: 'hi', fullname: 'outer hi', plan() {} }, { file: '/app/greet.test.js', name: 'outer hi' }],
  [
    'Deno',
    { name: 'inner', origin: 'file:///app/a%20b.ts', step() {}, parent: { name: 'outer', step() {} } },
    { file: '/app/a b.ts', name: 'outer > inner' },
  ],
])('the name of a test comes from %s', async (_, context, expected) => {
  expect(currentTest([context], DEFINED_IN)).toEqual(expected)
})

test.each([{ name: 'a row of test.each' }, { title: 'a row' }, 'text', null])(
  'a test does not get its name from %j',
  (context) => {
    expect(currentTest([context], DEFINED_IN)).toBeUndefined()
  },
)

test('the calling file is that of the call, as an absolute path', () => {
  const callee = (): string | undefined => rememberCaller(callee).file
  expect(callee()).toBe(fileURLToPath(import.meta.url))
})
