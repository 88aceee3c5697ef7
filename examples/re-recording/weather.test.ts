import { describe, expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

describe('weather', { meta: { cassette: true } }, () => {
  test('in Lisbon', async () => {
    expect(await getWeather('Lisbon')).toContain('°C')
  })

  test('in Porto', async () => {
    expect(await getWeather('Porto')).toContain('°C')
  })
})
