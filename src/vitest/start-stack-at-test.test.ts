import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteUnusedError } from '../errors/errors.ts'
import { locateTest, startStackAtTest } from './start-stack-at-test.ts'

test.each([
  [`test('says hi', () => {})`, 'says hi', { line: 1, column: 6 }],
  [`\n  test.only(\n    "says hi",\n  )`, 'says hi', { line: 3, column: 5 }],
  ['it( `says hi`)', 'says hi', { line: 1, column: 5 }],
  [`test('it\\'s \\\\ "hi"')`, `it's \\ "hi"`, { line: 1, column: 6 }],
  [`// 'says hi'\nconst name = 'says hi'\ntest('says hi')`, 'says hi', { line: 3, column: 6 }],
])('the call in %j is found', (text, name, position) => {
  expect(locateTest(text, name)).toEqual(position)
})

test.each([
  [`describe('a', () => test('says hi'))\ndescribe('b', () => test("says hi"))`],
  [`test.each([1])('says %s')`],
  [`test('says hi there')`],
  [`const name = 'says hi'\ntest(name)`],
  [''],
])('no call in %j has certainly this name', (text) => {
  expect(locateTest(text, 'says hi')).toBeUndefined()
})

/** An error as it is found after a test: its stack is only its message. */
function build(): Error {
  const error = new CassetteUnusedError('a.yaml', [], 'Nothing was played.')
  error.stack = `${error.name}: ${error.message}`
  return error
}

function write(text: string): { filepath: string } {
  const filepath = join(makeTempFolder(), 'a.test.ts')
  writeFileSync(filepath, text)
  return { filepath }
}

test('the stack of an error without a line of the user begins at the test', () => {
  const file = write(`test('a', () => {})\ntest('says hi', () => {})\n`)
  const error = build()
  startStackAtTest(error, { name: 'says hi', file })
  expect(error.stack).toBe(`CassetteUnusedError: Nothing was played.\n    at ${file.filepath}:2:6`)
})

test('the position that Vitest knows comes first', () => {
  const error = build()
  startStackAtTest(error, { name: 'a', file: { filepath: '/x.test.ts' }, location: { line: 7, column: 3 } })
  expect(error.stack).toBe('CassetteUnusedError: Nothing was played.\n    at /x.test.ts:7:3')
})

test('a stack that has lines, a value that is no error, and a test that is not found stay as they are', () => {
  const file = write(`test('says hi', () => {})`)
  const [failed, unknown] = [new Error('failed'), build()]
  const before = [failed.stack, unknown.stack]
  startStackAtTest(failed, { name: 'says hi', file })
  startStackAtTest(unknown, { name: 'other', file })
  startStackAtTest(unknown, { name: 'says hi', file: { filepath: '/gone.test.ts' } })
  startStackAtTest('failed', { name: 'says hi', file })
  expect([failed.stack, unknown.stack]).toEqual(before)
})
