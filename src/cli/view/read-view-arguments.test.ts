import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../../test/temp-folder.ts'
import { UsageError } from '../command.ts'
import { readViewArguments } from './read-view-arguments.ts'

test('without options, a page in the working directory is written and not opened', () => {
  expect(readViewArguments(['a.yaml', 'b'])).toEqual({
    paths: ['a.yaml', 'b'],
    file: resolve('cassettes.html'),
    out: 'cassettes.html',
    against: undefined,
    oldest: undefined,
    replace: 'own pages',
    afterwards: 'end',
    prices: 'recorded',
    output: 'text',
  })
})

test('all options are read', () => {
  const args = [
    'a',
    '--out',
    'x/y.html',
    '--open',
    '--against',
    'HEAD:a',
    '--expires',
    '90d',
    '--force',
    '--prices',
    '--json',
  ]
  const { oldest, ...rest } = readViewArguments(args)
  expect(rest).toEqual({
    paths: ['a'],
    file: resolve('x/y.html'),
    out: 'x/y.html',
    against: 'HEAD:a',
    replace: 'any file',
    afterwards: 'open',
    prices: 'listed',
    output: 'json',
  })
  const age = Date.now() - Number(oldest)
  expect(Math.round(age / 86_400_000)).toBe(90)
})

test('a folder is no page', () => {
  const folder = makeTempFolder()
  expect(() => readViewArguments(['a', '--out', folder])).toThrow(
    new UsageError(`--out is "${folder}", which is a folder, and must be a file.`),
  )
})

test.each([
  [[], 'There is no file or folder to view.'],
  [[''], 'The name of a file or folder is empty.'],
  [['a', '--out', ''], '--out is empty, and must be a file.'],
  [['a', '--expires', 'soon'], '--expires is "soon", and must be an age such as 90d, 12h or 30m.'],
])('the arguments %j are refused', (args, message) => {
  expect(() => readViewArguments(args)).toThrow(new UsageError(message))
})
