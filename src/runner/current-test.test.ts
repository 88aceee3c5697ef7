import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { rememberCaller } from './calling-file.ts'
import { currentTest } from './current-test.ts'
import { runAsTest } from './running-test.ts'

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

const SAYS_HI = { file: '/app/greet.test.ts', name: 'outer > says hi' }

test.each([
  ['Vitest', { task: { file: { filepath: SAYS_HI.file }, fullTestName: SAYS_HI.name, name: 'says hi' } }, SAYS_HI],
  [
    'Vitest before it knew full names',
    { task: { file: { filepath: SAYS_HI.file }, name: 'says hi' } },
    { ...SAYS_HI, name: 'says hi' },
  ],
  [
    'node:test',
    { filePath: SAYS_HI.file, fullName: SAYS_HI.name, name: 'says hi' },
    { ...SAYS_HI, file: '/app/greet.test' },
  ],
  ['Playwright', { file: SAYS_HI.file, titlePath: ['greet.test.ts', 'outer', 'says hi'], title: 'says hi' }, SAYS_HI],
])('the context of %s identifies its test, among all other arguments', (_, context, expected) => {
  expect(currentTest([{ fixture: 1 }, 'text', undefined, context], DEFINED_IN)).toEqual(expected)
})

test.each(['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts'])(
  'the folder of a test of node:test has no extension %s',
  (extension) => {
    expect(currentTest([{ filePath: `/app/a.js.test${extension}`, fullName: 'a' }])).toEqual({
      file: '/app/a.js.test',
      name: 'a',
    })
  },
)

const running = { ...SAYS_HI, update: 'all', report: () => {} }

test('a function without a context, as in test.each, belongs to the test that the setup file has set', () => {
  expect(runAsTest(running, () => currentTest([{ name: 'a row', title: 'a row' }], DEFINED_IN))).toMatchObject(SAYS_HI)
})

test('the context of the function comes before the running test, and that before a title', () => {
  const context = { file: '/app/a.ts', titlePath: ['a.ts', 'a'] }
  const titled = { title: 'says hi', plan() {} }
  expect(runAsTest(running, () => currentTest([context, titled], DEFINED_IN))).toEqual({ file: '/app/a.ts', name: 'a' })
  expect(runAsTest(running, () => currentTest([titled], DEFINED_IN))).toMatchObject(SAYS_HI)
})

test.each([
  ['the current test', { testPath: '/app/a.test.js', currentTestName: 'a' }, { file: '/app/a.test.js', name: 'a' }],
  [
    'a concurrent test, and not whichever started last',
    { testPath: '/app/a.test.js', currentTestName: 'b', currentConcurrentTestName: () => 'a' },
    { file: '/app/a.test.js', name: 'a' },
  ],
  [
    'the current test if none is concurrent',
    { testPath: '/app/a.test.js', currentTestName: 'b', currentConcurrentTestName: () => undefined },
    { file: '/app/a.test.js', name: 'b' },
  ],
  ['no test outside of one', { testPath: '/app/a.test.js' }, undefined],
  ['no test without a file', { currentTestName: 'a' }, undefined],
])("Jest's global expect knows %s", (_, state, expected) => {
  vi.stubGlobal('expect', { getState: () => state })
  onTestFinished(() => void vi.unstubAllGlobals())
  expect(currentTest([])).toEqual(expected)
})

test.each<[string, unknown]>([
  ['without a file', { task: { fullTestName: 'a' } }],
  ['without a name', { filePath: '/app/a.mjs' }],
  ['whose titles are no list', { file: '/app/a.ts', titlePath: 'a' }],
  ['whose titles are computed as no list', { test: { file: '/app/a.js', titlePath: () => 'a' } }],
  ['whose name is a number', { filePath: '/app/a.mjs', fullName: 1 }],
  ['without a test file around it', { title: 'a', plan() {} }],
])('a context %s identifies no test', (_, context) => {
  expect(currentTest([context])).toBeUndefined()
})
