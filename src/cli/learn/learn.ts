import type { Command } from '../command.ts'

/** Finds out which options a suite needs. */
export const learn: Command = {
  name: 'learn',
  summary: 'records a suite twice, and shows which texts change on every run',
  help: `Usage: msw-cassette learn [--json] -- COMMAND…

Runs the command twice in mode record, into temporary folders, and compares the requests of
both runs. Each text that differs between the two is printed with its reason (a UUID, a
date, a random id, an answer of the model that is sent back), and each request with the
option that makes it match. Your cassettes stay untouched. Both runs send real requests,
which cost money.

A test that sets "mode" or uses a server of another process is not redirected.

Example:
  msw-cassette learn -- npx vitest run agent.test.ts

Options:
  --json      print the result as JSON; the output of the command goes to stderr
  --help, -h  this text

Exit codes:
  0  both runs sent the same requests
  1  requests differ, nothing was recorded, or the command failed
  2  the arguments are wrong`,
  run: async (args, terminal) => (await import('./run-learn.ts')).runLearn(args, terminal),
}
