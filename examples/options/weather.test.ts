import { describe, expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

const ofSuite = { redact: { json: ['$.user'] } }
const ofTest = { match: { mask: ['uuid' as const] } }

describe('weather', { meta: { cassette: ofSuite } }, () => {
  test('in Lisbon', { meta: { cassette: ofTest } }, async () => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  })
})
