import { expect, test } from 'msw-cassette/playwright'
import { getWeather } from './get-weather.js'

// The cassette is __cassettes__/weather.spec.js/says-how-warm-it-is.yaml. It answers requests of this process, not of a page.
test('says how warm it is', async ({ cassette }) => {
  expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  expect(cassette.played).toHaveLength(1)
})
