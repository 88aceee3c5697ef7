import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

test('asks the model on this machine', {
  meta: { cassette: true },
}, async () => {
  expect(await getWeather('Lisbon')).toContain('21 °C')
})
