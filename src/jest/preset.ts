import { requireFlag } from './require-flag.ts'

requireFlag()

/** The Jest preset. `preset: 'msw-cassette'` is the complete setup. */
export default {
  setupFilesAfterEnv: ['msw-cassette/jest/setup'],
  reporters: ['default', 'msw-cassette/jest/reporter'],
}
