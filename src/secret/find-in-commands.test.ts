import { expect, test } from 'vitest'
import { findInCommands } from './find-in-commands.ts'

const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

test.each([
  ['a header in any scheme', `Authorization: ApiKey ${KEY}`],
  ['a header whose line ends with an escape', `Authorization: ApiKey ${KEY}\\nAccept: */*`],
  ['a command that sets a value', `aws configure set aws_secret_access_key ${KEY}`],
  ['a directive of a Dockerfile', `ENV API_KEY ${KEY}`],
  ['a statement of SQL', `CREATE USER ada IDENTIFIED BY '${KEY}'`],
])('finds the credential in %s', (_place, text) => {
  expect(findInCommands(text)).toContain(KEY)
})

test.each([
  ['a placeholder', 'Authorization: ApiKey <id>:<key>'],
  ['a placeholder before another header', 'Authorization: ApiKey <id>:<key>\\nWWW-Authenticate: Basic realm="a"'],
  ['a path', 'ENV TOKEN_PATH /run/secrets/token-v2.json'],
])('finds nothing in %s', (_what, text) => {
  expect(findInCommands(text)).toEqual([])
})
