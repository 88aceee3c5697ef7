import { expect, test } from 'vitest'
import { getBalance } from './get-balance.ts'

test('names no account and no user in the cassette', {
  meta: { cassette: true },
}, async () => {
  expect(await getBalance('acct_1234')).toContain('the balance of')
})
