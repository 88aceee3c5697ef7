import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

test('Lisbon', { meta: { cassette: true } }, async () => {
  expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
})
