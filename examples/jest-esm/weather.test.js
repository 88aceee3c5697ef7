import { useCassettes, withCassette } from 'msw-cassette/jest'
import { getWeather } from './get-weather.js'

// The cassette is __cassettes__/weather.test.js/says-how-warm-it-is.yaml.
test(
  'says how warm it is',
  withCassette(async () => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  }),
)

test.concurrent.each([
  ['Lisbon', 'It is 21 °C.'],
  ['Porto', 'It is 18 °C.'],
])('concurrently in %s', (city, answer) =>
  withCassette(city, async () => {
    expect(await getWeather(city)).toBe(answer)
  })(),
)

describe('with hooks', () => {
  const cassette = useCassettes()

  test('each test has its own', async () => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
    expect(cassette().played).toHaveLength(1)
  })
})
