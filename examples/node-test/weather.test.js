import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { withCassette } from 'msw-cassette/node-test'
import { getWeather } from './get-weather.js'

// The cassette is __cassettes__/weather.test/says-how-warm-it-is.yaml.
test(
  'says how warm it is',
  withCassette(async () => {
    assert.equal(await getWeather('Lisbon'), 'It is 21 °C.')
  }),
)

describe('tests that run at once', { concurrency: true }, () => {
  for (const [city, answer] of [
    ['Lisbon', 'It is 21 °C.'],
    ['Porto', 'It is 18 °C.'],
  ]) {
    test(
      `in ${city}`,
      withCassette(async () => {
        assert.equal(await getWeather(city), answer)
      }),
    )
  }
})
