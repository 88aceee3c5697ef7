import { describe, expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

describe('weather', { meta: { cassette: { redact: { json: ['$.user'] } } } }, () => {
  test('in Lisbon', { meta: { cassette: { match: { mask: ['uuid'] } } } }, async ({ cassette }) => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
    expect(cassette.options).toMatchObject({
      match: { mask: ['iso-date', 'uuid'] },
      redact: { patterns: [/acct_\w+/], json: ['$.user'] },
    })
  })
})
