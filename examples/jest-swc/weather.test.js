import { currentSession, withCassette } from 'msw-cassette/jest'
import { getWeather } from './get-weather.js'

test(
  'says how warm it is',
  withCassette(async () => {
    expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
    expect(currentSession()).toHavePlayed(1)
  }),
)
