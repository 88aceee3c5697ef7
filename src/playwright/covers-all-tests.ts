import type { FullConfig } from '@playwright/test'

/** The options of the command line that neither select tests nor have a value of their own. */
const HARMLESS =
  /^(?:-u|-x|--(?:update-snapshots|reporter|workers|config|headed|retries|timeout|global-timeout|trace|output|quiet|forbid-only|fully-parallel|max-failures|pass-with-no-tests)(?:=.*)?)$/

/**
 * Tells whether Playwright runs all tests, as far as its configuration and its command line show. Playwright does not report which
 * test files exist.
 *
 * @param argv the arguments of the process, such as `['node', 'playwright', 'test', '-u']`
 */
export function coversAllTests({ shard, grep, grepInvert }: FullConfig, argv: readonly string[]): boolean {
  const command = argv.indexOf('test')
  const isFiltered = shard !== null || String(grep) !== '/.*/' || grepInvert !== null
  return command !== -1 && !isFiltered && argv.slice(command + 1).every((argument) => HARMLESS.test(argument))
}
