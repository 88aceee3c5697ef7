import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

test('says how warm it is', { meta: { cassette: true } }, async () => {
  expect(await getWeather('Lisbon')).toContain('°C')
})
