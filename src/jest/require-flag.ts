const FLAG = '--experimental-vm-modules'

/**
 * Checks that Node runs with `--experimental-vm-modules`. It is called in Jest's main process, before a worker fails on an
 * import that it can't load.
 *
 * @throws Error with the setting to add
 */
export function requireFlag(): void {
  if ([...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').includes(FLAG)) return
  const error = new Error(
    `msw-cassette and MSW are ES modules, which Jest only loads with a flag: NODE_OPTIONS=${FLAG} npx jest. ` +
      'CommonJS tests also need Node 24.9 or later.',
  )
  // Jest prints the stack after the message, and it would only add noise.
  error.stack = ''
  throw error
}
