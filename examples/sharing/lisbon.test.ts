import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

test('Lisbon', { meta: { cassette: 'cassettes/weather.yaml' } }, async () => {
  expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
})
