import type { Command } from '../command.ts'

/** Writes a page that shows cassettes. */
export const view: Command = {
  name: 'view',
  summary: 'writes a page that shows cassettes in a browser',
  help: `Usage: msw-cassette view PATH… [--out FILE] [--open] [options]

Writes one HTML file that shows cassettes: each conversation, each stream at its recorded
speed, the raw requests and responses, and the differences from another recording. The file
loads nothing from the network, and nothing in a cassette can run in it. PATH is a file, a
folder or a glob.

Options:
  --out FILE       default: cassettes.html
  --open           opens the page in the browser
  --against OTHER  compares with another cassette: a file, or REVISION:path
  --expires AGE    marks older interactions, such as 90d, 12h or 30m
  --prices         also shows costs that are not recorded, from the package
                   @pydantic/genai-prices
  --force          replaces FILE even if it is not a page of this command
  --json           prints the result as JSON
  --help, -h       this text

Bodies that are longer than 256 KiB are cut, and the page reports it. Exit codes:
  0  the page was written
  1  a cassette can't be read; the page shows why, and shows the others
  2  the arguments are wrong; nothing was written`,
  run: async (args, terminal) => (await import('./run-view.ts')).runView(args, terminal),
}
