import { expect, test } from 'vitest'
import { planDay } from './plan-day.ts'

test('plans this day, with a deadline in the next month', {
  meta: { cassette: { clock: true } },
}, async () => {
  const { plan, deadline } = await planDay()
  expect(plan).toContain(new Date().toDateString())
  expect(deadline.getTime()).toBeGreaterThan(Date.now())
})
