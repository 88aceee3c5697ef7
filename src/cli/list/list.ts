import type { Command } from '../command.ts'

/** Lists cassettes. */
export const list: Command = {
  name: 'list',
  summary: 'lists cassettes: format, interactions, age, hosts, models, size',
  help: `Usage: msw-cassette list PATH… [--expires AGE] [--json]

Lists cassettes in any known format, with the number of their interactions, of the WebSockets
among them and of their frames, the age of the oldest interaction, their size, hosts and
models. A file that can't be read is listed with the reason. PATH is a file, a folder or a glob.

Options:
  --expires AGE  marks cassettes that are older, such as 90d, 12h or 30m
  --json         prints the result as JSON
  --help, -h     this text

Exit codes:
  0  every cassette was listed
  1  a cassette could not be read
  2  the arguments are wrong`,
  run: async (args, terminal) => (await import('./run-list.ts')).runList(args, terminal),
}
