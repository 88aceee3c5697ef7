import { describe, expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

// The cassette is __cassettes__/weather.test.ts/says-how-warm-it-is.yaml.
test('says how warm it is', { meta: { cassette: true } }, async ({
  cassette,
}) => {
  expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  expect(cassette).toBeFullyPlayed()
  expect(cassette).toHaveRequested({ model: 'gpt-5-mini' })
})

describe('one cassette for several tests', {
  meta: { cassette: 'lisbon' },
}, () => {
  test('each test replays it from the beginning', async () => {
    expect(await getWeather('Lisbon')).toContain('21')
  })

  test('each test has its own session', async ({ cassette }) => {
    expect(await getWeather('Lisbon')).toContain('°C')
    expect(cassette).toHavePlayed(1)
  })
})
