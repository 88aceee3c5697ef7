import { expect, test } from 'vitest'
import { askForTheWeather } from './ask-for-the-weather.ts'

// A Python project recorded it with VCR.py. It is replayed as it is.
test('says how warm it is', { meta: { cassette: 'cassettes/test_weather.yaml' } }, async ({ cassette }) => {
  expect(await askForTheWeather('Lisbon')).toBe('It is 21 °C.')
  expect(cassette.cassette.format).toBe('vcrpy')
})
