import { describe, expect, test } from 'vitest'
import { askForTheWeather } from './ask-for-the-weather.ts'

// The cassette is __cassettes__/weather.test.ts/says-how-warm-it-is.yaml.
test('says how warm it is', { meta: { cassette: true } }, async ({ cassette }) => {
  expect(await askForTheWeather('Lisbon')).toBe('It is 21 °C.')
  expect(cassette).toBeFullyPlayed()
  expect(cassette).toHaveRequested({ model: 'gpt-5-mini' })
})

describe('one cassette for several tests', { meta: { cassette: 'lisbon' } }, () => {
  test('each plays it from its beginning', async () => {
    expect(await askForTheWeather('Lisbon')).toContain('21')
  })

  test('and knows nothing of the others', async ({ cassette }) => {
    expect(await askForTheWeather('Lisbon')).toContain('°C')
    expect(cassette).toHavePlayed(1)
  })
})
