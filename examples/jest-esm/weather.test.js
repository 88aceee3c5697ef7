import { useCassettes, withCassette } from 'msw-cassette/jest'
import { askForTheWeather } from './ask-for-the-weather.js'

// The cassette is __cassettes__/weather.test.js/says-how-warm-it-is.yaml.
test(
  'says how warm it is',
  withCassette(async () => {
    expect(await askForTheWeather('Lisbon')).toBe('It is 21 °C.')
  }),
)

test.concurrent.each([
  ['Lisbon', 'It is 21 °C.'],
  ['Porto', 'It is 18 °C.'],
])('at once in %s', (city, answer) =>
  withCassette(city, async () => {
    expect(await askForTheWeather(city)).toBe(answer)
  })(),
)

describe('with hooks', () => {
  const cassette = useCassettes()

  test('each test has its own', async () => {
    expect(await askForTheWeather('Lisbon')).toBe('It is 21 °C.')
    expect(cassette().played).toHaveLength(1)
  })
})
