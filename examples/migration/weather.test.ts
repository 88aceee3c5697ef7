import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

const folder = process.env.CASSETTES ?? 'cassettes'

for (const file of readdirSync(folder))
  test(`replays ${file}`, {
    meta: { cassette: `${folder}/${file}` },
  }, async () => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  })
