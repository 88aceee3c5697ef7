import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

test('Porto', { meta: { cassette: 'cassettes/weather.yaml' } }, async () => {
  expect(await getWeather('Porto')).toBe('It is 18 °C.')
})
