import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

const folder = process.env.CASSETTES ?? 'cassettes'

for (const file of ['go-vcr.yaml', 'nock.json', 'polly.har', 'vcrpy.yaml'])
  test(`replays ${file}`, { meta: { cassette: `${folder}/${file}` } }, async () => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  })
