import { expect, test } from 'vitest'
import { UsageError } from '../command.ts'
import { readCheckArguments } from './read-check-arguments.ts'

const environment = { MY_KEY: 'k-1', EMPTY: '', BROKEN: 'a\nb', WIDE: 'schlüssel€' }
const read = (...args: string[]) => readCheckArguments(args, environment)

test('without options, every request needs consent and keeps its origin', () => {
  expect(read('a.yaml', 'b')).toEqual({
    paths: ['a.yaml', 'b'],
    sample: undefined,
    consent: 'to-ask',
    headers: [],
    origin: undefined,
    environment,
    prices: 'recorded',
    format: 'text',
  })
})

test('all options are read', () => {
  const args = [
    '--yes',
    '--sample',
    '3',
    '--header',
    'Authorization: Bearer $MY_KEY',
    '--header',
    'X-Plan:a $ b',
    '--prices',
  ]
  expect(read('a', ...args, '--origin', 'http://127.0.0.1:8080/', '--format', 'github')).toEqual({
    paths: ['a'],
    sample: 3,
    consent: 'given',
    headers: [
      ['Authorization', 'Bearer k-1'],
      ['X-Plan', 'a $ b'],
    ],
    origin: 'http://127.0.0.1:8080/',
    environment,
    prices: 'listed',
    format: 'github',
  })
})

test('--json is the same as --format json', () => {
  expect(read('a', '--json').format).toBe('json')
})

const HEADER = "--header must be a name and a value, such as 'Authorization: Bearer $MY_KEY'."

test.each([
  [[], 'There is no file or folder to check.'],
  ...['0', '-1', '1.5', 'all', ''].map((sample) => [
    ['a', `--sample=${sample}`],
    `--sample is "${sample}", and must be a number of requests.`,
  ]),
  ...[
    'gateway',
    'http://a.test/v1',
    'ftp://a.test',
    'http://',
    'http://a b',
    'http://a:x',
    'https://me:pw@a.test',
    'http://a?b',
  ].map((origin) => [
    ['a', '--origin', origin],
    `--origin is "${origin}", and must be an origin such as http://127.0.0.1:8080.`,
  ]),
  [['a', '--header', 'Authorization'], HEADER],
  [['a', '--header', 'A B: c'], HEADER],
  [['a', '--header', 'A:'], HEADER],
  [['a', '--header', 'A: $GONE'], '--header A names the variable GONE, which is not set.'],
  [['a', '--header', 'A: $EMPTY'], '--header A names the variable EMPTY, which is not set.'],
  [
    ['a', '--header', 'A: $BROKEN'],
    '--header A has a value that no header can have: a line break, or a character beyond Latin-1.',
  ],
  [
    ['a', '--header', 'A: $WIDE'],
    '--header A has a value that no header can have: a line break, or a character beyond Latin-1.',
  ],
  [['a', '--format', 'xml'], '--format is "xml", and must be text, json or github.'],
] as [string[], string][])('the arguments %j are refused', (args, message) => {
  expect(() => read(...args)).toThrow(new UsageError(message))
})
