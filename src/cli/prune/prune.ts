import type { Command } from '../command.ts'

/** Removes what no test uses. */
export const prune: Command = {
  name: 'prune',
  summary: 'removes cassettes and interactions that no test uses',
  help: `Usage: msw-cassette prune [FOLDER…] [options] [-- COMMAND…]

With a command, runs the tests, and then removes what runners remove with -u: the cassettes
that no test claims, and the interactions that no test played. Only a run can show this, so
the command must run the tests with Vitest or Jest, and should run all of them: the
cassettes of tests that did not run are kept. If a test fails, nothing is removed.

Without a command, removes the cassettes below the folders that are named after a test file
that was deleted. Default: the working directory.

Examples:
  msw-cassette prune --dry-run -- npx vitest run
  msw-cassette prune -- npx jest

Options:
  --dry-run   lists what would be removed, and removes nothing
  --json      print the result as JSON; the output of the command goes to stderr
  --help, -h  this text

Exit codes:
  0  done
  1  a test failed, the run was interrupted or left no record, or a file could not be changed
  2  the arguments are wrong; nothing was removed`,
  run: async (args, terminal) => (await import('./run-prune.ts')).runPrune(args, terminal),
}
