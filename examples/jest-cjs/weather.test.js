const { withCassette } = require('msw-cassette/jest')
const { askForTheWeather } = require('./ask-for-the-weather.js')

test(
  'says how warm it is',
  withCassette(async () => {
    expect(await askForTheWeather('Lisbon')).toBe('It is 21 °C.')
  }),
)
