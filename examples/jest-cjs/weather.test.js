const { withCassette } = require('msw-cassette/jest')
const { getWeather } = require('./get-weather.js')

test(
  'says how warm it is',
  withCassette(async () => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
  }),
)
