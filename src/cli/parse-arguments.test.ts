import { expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { parseArguments } from './parse-arguments.ts'

const options = {
  out: { type: 'string' },
  force: { type: 'boolean' },
  header: { type: 'string', multiple: true },
} as const
const parse = (...args: string[]) => parseArguments({ args, allowPositionals: true, options })

test('options and paths can have any order', () => {
  const { values, positionals } = parse(
    'a.yaml',
    '--out',
    'x',
    '--header=A: 1',
    'b.yaml',
    '--header',
    'B: 2',
    '--force',
  )
  expect({ values: { ...values }, positionals }).toEqual({
    values: { out: 'x', header: ['A: 1', 'B: 2'], force: true },
    positionals: ['a.yaml', 'b.yaml'],
  })
})

test('a path that begins with a dash follows two dashes', () => {
  expect(parse('--', '--out').positionals).toEqual(['--out'])
})

test.each([
  [['--ouut', 'x'], "Unknown option '--ouut'. Did you mean --out?"],
  [['--hepl'], "Unknown option '--hepl'. Did you mean --help?"],
  [['--unlike-any'], "Unknown option '--unlike-any'"],
  [['-x'], "Unknown option '-x'"],
  [['--out'], "Option '--out <value>' argument missing"],
  [['--force=yes'], "Option '--force' does not take an argument"],
])('the arguments %j are refused in one sentence', (args, message) => {
  expect(() => parse(...args)).toThrow(new UsageError(message))
})

test('a fault that is not one of the arguments is not hidden', () => {
  expect(() => parseArguments({ args: [], options: { out: { type: 'number' as 'string' } } })).toThrow(TypeError)
})
