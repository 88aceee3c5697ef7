import { expect, test } from 'vitest'
import { redactAndFind } from '../../test/redact-and-find.ts'
import { redactLists } from './list-credentials.ts'
import { isCredential } from './secret-name.ts'

function redact(json: unknown): unknown {
  return JSON.parse(redactLists(JSON.stringify(json), { isCredential }, new Set()))
}

test.each([
  ['an option', ['a', '--db-password', 'Summer19!'], ['a', '--db-password', 'REDACTED']],
  ['an option with an equals sign', ['--db-password=Sum"mer19!'], ['--db-password=REDACTED']],
  ['a variable', { Env: ['A=b', 'DB_PASSWORD=Summer19!'] }, { Env: ['A=b', 'DB_PASSWORD=REDACTED'] }],
  [
    'a list of pairs',
    [
      ['a', 'b'],
      ['X-Passphrase', 'Summer19!'],
    ],
    [
      ['a', 'b'],
      ['X-Passphrase', 'REDACTED'],
    ],
  ],
  [
    'JSON in JSON',
    { arguments: JSON.stringify({ args: ['--password', 'Summer19!'] }) },
    { arguments: JSON.stringify({ args: ['--password', 'REDACTED'] }) },
  ],
])('%s is redacted', (_, json, redacted) => {
  expect(redact(json)).toEqual(redacted)
})

test.each([
  ['required members', { required: ['password', 'email1'] }],
  [
    'pairs of words',
    [
      ['password', 'two factor'],
      ['token', 'email'],
    ],
  ],
  ['an option before another option', ['--password', '--user-name1']],
  ['a piece of a stream', { delta: 'PASSWORD=Sum' }],
  ['a harmless option', ['--max-tokens', '4096', '--page-token=a1b2c3']],
])('%s stay', (_, json) => {
  expect(redact(json)).toEqual(json)
})

const LISTS = {
  args: [
    'run',
    '-p',
    'x',
    '--password',
    'Summer19!',
    '--verbose',
    '--db-password=Sum"mer20!',
    '-password=Summer21!',
    'last',
  ],
  Env: ['HOME=/a', 'DB_PASSWORD=Summer22!', 'API_KEY=Summer\n23!'],
  headers: [
    ['Accept', 'a'],
    ['X Api Key', 'Zk3v9Qm1Xw7Lr5Tb'],
    ['Private.Token', 'Zk3v9Qm1Xw7Lr5Tc'],
  ],
}
const REDACTED_LISTS = {
  args: [
    'run',
    '-p',
    'x',
    '--password',
    'REDACTED',
    '--verbose',
    '--db-password=REDACTED',
    '-password=REDACTED',
    'last',
  ],
  Env: ['HOME=/a', 'DB_PASSWORD=REDACTED', 'API_KEY=REDACTED'],
  headers: [
    ['Accept', 'a'],
    ['X Api Key', 'REDACTED'],
    ['Private.Token', 'REDACTED'],
  ],
}
const nest = (json: unknown, depth: number, indent: number): string =>
  depth === 0 ? JSON.stringify(json, null, indent) : JSON.stringify(nest(json, depth - 1, indent))

test.each([0, 2].flatMap((indent) => [0, 1, 2].map((depth) => ({ indent, depth }))))(
  'all lists are redacted with an indent of $indent, and in JSON of the depth $depth',
  ({ indent, depth }) => {
    const { text, found } = redactAndFind((found) => redactLists(nest(LISTS, depth, indent), { isCredential }, found))
    expect(text).toBe(nest(REDACTED_LISTS, depth, indent))
    expect(found.toSorted()).toEqual([
      'Sum"mer20!',
      'Summer\n23!',
      'Summer19!',
      'Summer21!',
      'Summer22!',
      'Zk3v9Qm1Xw7Lr5Tb',
      'Zk3v9Qm1Xw7Lr5Tc',
    ])
  },
)

test.each([
  ['a list that was redacted before', REDACTED_LISTS],
  ['empty values', { args: ['--password', '', '--token='], Env: ['API_KEY='], headers: [['x-api-key', '']] }],
  ['values that are words', { args: ['--password', 'two factor', '--password=two_factor'], Env: ['API_KEY=none'] }],
  ['harmless names', { args: ['--model=Summer19!', '--model', 'Summer19!'], Env: ['MODEL=Summer19!'] }],
  ['a pair outside of a list of pairs', ['x-api-key', 'Zk3v9Qm1Xw7Lr5Tb']],
  ['values that are not strings', { args: ['--password', 1], headers: [['x-api-key', ['Zk3v9Qm1Xw7Lr5Tb']]] }],
])('%s have no credentials', (_, json) => {
  const text = JSON.stringify(json)
  expect(redactAndFind((found) => redactLists(text, { isCredential }, found))).toEqual({ text, found: [] })
})

test('a string that does not end in its line is no value', () => {
  for (const text of ['["--password","Summer19!\n"]', '["--password=Summer19!\n"]', '[["x-api-key","Summer19!\n"]]'])
    expect(redactLists(text, { isCredential }, new Set())).toBe(text)
})
