import './require-flag.ts'

/** The Jest preset: `preset: 'msw-cassette'` is all the set-up there is. */
export default {
  setupFilesAfterEnv: ['msw-cassette/jest/setup'],
  reporters: ['default', 'msw-cassette/jest/reporter'],
}
