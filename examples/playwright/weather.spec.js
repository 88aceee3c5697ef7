import { expect, test } from 'msw-cassette/playwright'
import { askForTheWeather } from './ask-for-the-weather.js'

// The cassette is __cassettes__/weather.spec.js/says-how-warm-it-is.yaml. It answers what this process asks, not a page.
test('says how warm it is', async ({ cassette }) => {
  expect(await askForTheWeather('Lisbon')).toBe('It is 21 °C.')
  expect(cassette.played).toHaveLength(1)
})
