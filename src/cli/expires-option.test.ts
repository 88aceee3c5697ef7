import { expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { toExpires } from './expires-option.ts'

test.each(['90d', '12h', '30m', '1d'])('%s is an age', (age) => {
  expect(toExpires(age)).toBe(age)
})

test.each(['', '90', 'd', '-1d', '1.5.d', '90 days', '1y'])('"%s" is refused', (age) => {
  expect(() => toExpires(age)).toThrow(
    new UsageError(`--expires is "${age}", and must be an age such as 90d, 12h or 30m.`),
  )
})
