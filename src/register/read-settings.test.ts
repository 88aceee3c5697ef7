import { expect, test } from 'vitest'
import { CassetteOptionError } from '../errors/errors.ts'
import { readSettings } from './read-settings.ts'

test('the settings are environment variables, and empty ones have no effect', () => {
  expect([
    readSettings({ MSW_CASSETTE: 'a.yaml' }),
    readSettings({ MSW_CASSETTE: 'a.yaml', MSW_CASSETTE_REPEAT: '', MSW_CASSETTE_VERDICT: '', MSW_CASSETTE_HOSTS: '' }),
    readSettings({
      MSW_CASSETTE: 'a.yaml',
      MSW_CASSETTE_HOSTS: 'api.test, localhost:1234',
      MSW_CASSETTE_REPEAT: 'last',
      MSW_CASSETTE_TIMING: 'recorded',
      MSW_CASSETTE_VERDICT: 'warn',
    }),
  ]).toEqual([
    { source: 'a.yaml', options: {}, verdict: 'fail' },
    { source: 'a.yaml', options: {}, verdict: 'fail' },
    {
      source: 'a.yaml',
      options: { hosts: ['api.test', 'localhost:1234'], repeat: 'last', timing: 'recorded' },
      verdict: 'warn',
    },
  ])
})

test.each([
  [{}, 'MSW_CASSETTE', /MSW_CASSETTE is not set. Set it to a path/],
  [
    { MSW_CASSETTE: 'a.yaml', MSW_CASSETTE_VERDICT: 'no' },
    'MSW_CASSETTE_VERDICT',
    /is "no", and must be one of 'fail'/,
  ],
])('%j is refused', (env, option, message) => {
  const read = (): unknown => readSettings(env)
  expect(read).toThrow(CassetteOptionError)
  expect(read).toThrow(expect.objectContaining({ option, message: expect.stringMatching(message) }))
})
