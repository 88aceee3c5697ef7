import type { Command } from '../command.ts'

/** Compares two cassettes. */
export const diff: Command = {
  name: 'diff',
  summary: 'compares two cassettes: prompts, answers, tool calls, tokens',
  help: `Usage: msw-cassette diff A B [--format FORMAT] [--allow wording] [--prices] [--json]

Compares two cassettes as conversations. Each interaction of B is paired with the equal one
of A, or with the most similar one to the same address. Times, ids and the order of JSON
keys do not count. A and B are files, also in a revision of git, and can be of different
formats. If both are folders, the cassettes with the same path in them are compared:
  msw-cassette diff HEAD:weather.yaml weather.yaml
  msw-cassette diff origin/main:test test
  msw-cassette diff before.yaml#2 after.yaml#2

The verdict is one of
  identical   the same requests and answers; the number of tokens can differ
  wording     only texts differ: a prompt, an answer, a reasoning
  structural  anything else: a tool call, a finish reason, a status, an interaction more

Options:
  --format FORMAT  text, markdown (for a comment on a pull request), json, or github
                   (annotations of a workflow); default: text
  --json           the same as --format json
  --allow wording  exit with 0 if only the wording differs
  --prices         also compares costs that are not recorded, from the package
                   @pydantic/genai-prices
  --help, -h       this text

Exit codes:
  0  the cassettes are identical, or the difference is allowed
  1  they differ
  2  the arguments are wrong, or a cassette could not be read`,
  run: async (args, terminal) => (await import('./run-diff.ts')).runDiff(args, terminal),
}
