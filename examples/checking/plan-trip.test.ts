import { expect, test } from 'vitest'
import { planTrip } from './plan-trip.ts'

test('Lisbon', { meta: { cassette: true } }, async () => {
  expect(await planTrip('Lisbon')).toContain('21 °C')
})
