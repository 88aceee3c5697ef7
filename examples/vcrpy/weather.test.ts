import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

// A Python project recorded this cassette with VCR.py. It is replayed unchanged.
test('says how warm it is', { meta: { cassette: 'cassettes/test_weather.yaml' } }, async ({ cassette }) => {
  expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  expect(cassette.cassette.format).toBe('vcrpy')
})
