import { hasFlag } from './has-flag.ts'

/** The Jest preset. `preset: 'msw-cassette'` is the complete setup. */
export default {
  // Without the flag, Jest runs the setup only if the project's transform compiles it to CommonJS. The other file explains that.
  setupFilesAfterEnv: [hasFlag() ? 'msw-cassette/jest/setup' : 'msw-cassette/jest/required-setup'],
  reporters: ['default', 'msw-cassette/jest/reporter'],
}
