const FLAG = '--experimental-vm-modules'

// Where Jest's main process begins, before a worker gets to an import that it can't read.
if (![...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').includes(FLAG)) {
  const error = new Error(
    `msw-cassette and MSW are ES modules, which Jest loads with a flag only: NODE_OPTIONS=${FLAG} npx jest. ` +
      'Tests that are CommonJS need Node 24.9 or later besides.',
  )
  // Jest prints the stack after the message: what it says is all that there is to say.
  error.stack = ''
  throw error
}
