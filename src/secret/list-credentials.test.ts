import { expect, test } from 'vitest'
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
