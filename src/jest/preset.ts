const FLAG = '--experimental-vm-modules'

if (![...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').includes(FLAG)) {
  throw new Error(
    `msw-cassette and MSW are ES modules, which Jest loads with a flag only: NODE_OPTIONS=${FLAG} npx jest. ` +
      'Tests that are CommonJS need Node 24.9 or later besides.',
  )
}

/** The Jest preset: `preset: 'msw-cassette'` is all the set-up there is. */
export default {
  setupFilesAfterEnv: ['msw-cassette/jest/setup'],
  reporters: ['default', 'msw-cassette/jest/reporter'],
}
