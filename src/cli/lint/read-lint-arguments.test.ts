import { expect, test } from 'vitest'
import { rules } from '../../lint/rules.ts'
import { UsageError } from '../command.ts'
import { readLintArguments } from './read-lint-arguments.ts'

const read = (...args: string[]) => {
  const { rules: selected, ...rest } = readLintArguments(args)
  return { ...rest, rules: selected.map(({ name }) => name) }
}

test('without options, all rules examine, and only errors fail', () => {
  expect(read('a', 'b')).toEqual({
    paths: ['a', 'b'],
    rules: rules.map(({ name }) => name),
    settings: { allowSecrets: [], expires: undefined, require: undefined },
    work: 'examine',
    failOn: 'error',
    format: 'text',
  })
})

test('all options are read', () => {
  const selection = ['--rule', 'edited', '--rule', 'unused', '--rule', 'expired', '--ignore', 'unused']
  const settings = ['--allow', 'sk-test-\\w+', '--allow', '/x/i', '--expires', '90d', '--require', 'recorded']
  expect(read('a', ...selection, ...settings, '--fix', '--fail-on', 'info', '--format', 'github')).toEqual({
    paths: ['a'],
    rules: ['edited', 'expired'].sort((a, b) => indexOf(a) - indexOf(b)),
    settings: { allowSecrets: [/sk-test-\w+/, /x/i], expires: '90d', require: 'recorded' },
    work: 'fix',
    failOn: 'info',
    format: 'github',
  })
})

function indexOf(name: string): number {
  return rules.findIndex((rule) => rule.name === name)
}

test('an ignored rule leaves all others', () => {
  expect(read('a', '--ignore', 'edited').rules).toEqual(
    rules.map(({ name }) => name).filter((name) => name !== 'edited'),
  )
})

test('--rules needs no path, and --json is a format', () => {
  const { paths, work, format } = read('--rules', '--json')
  expect({ paths, work, format }).toEqual({ paths: [], work: 'list-rules', format: 'json' })
})

const KNOWN = `Known: ${rules.map(({ name }) => name).join(', ')}.`

test.each([
  [[], 'There is no file or folder to examine.'],
  [['a', '--rule', 'edietd'], `There is no rule "edietd". Did you mean edited? ${KNOWN}`],
  [['a', '--ignore', 'x'], `There is no rule "x". ${KNOWN}`],
  [['a', '--fail-on', 'warn'], '--fail-on is "warn", and must be error, warning or info.'],
  [['a', '--require', 'signed'], '--require is "signed", and must be recorded.'],
  [['a', '--expires', '90'], '--expires is "90", and must be an age such as 90d, 12h or 30m.'],
  [['a', '--allow', ''], '--allow is "", which matches any text. Write a pattern of the texts that you mean.'],
])('the arguments %j are refused', (args, message) => {
  expect(() => read(...args)).toThrow(new UsageError(message))
})
