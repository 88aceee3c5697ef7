import { describe, expect, test } from 'vitest'
import { getWeather } from './get-weather.ts'

describe.concurrent('tests that run at once', {
  meta: { cassette: true },
}, () => {
  test.each([
    ['Lisbon', 'It is 21 °C.'],
    ['Porto', 'It is 18 °C.'],
  ])('in %s', async (city, answer) => {
    expect(await getWeather(city)).toBe(answer)
  })
})
