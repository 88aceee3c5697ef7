import type { Command } from '../command.ts'

/** Reads cassettes of any format and writes them in one format. */
export const convert: Command = {
  name: 'convert',
  summary: 'reads cassettes of any known format and writes them in another',
  help: `Usage: msw-cassette convert IN… --to FORMAT --out DIR [--force] [--json]

Reads cassettes of any known format and writes them in another. IN is a file, a folder or a
glob. In a folder and its subfolders, and with a glob, files are found that end in .yaml,
.yml, .yaml.gz, .json or .har. An output keeps its name and its path below the given folder,
and gets the extension of the format.

Options:
  --to FORMAT  go-vcr-2, har, vcrpy
  --out DIR    the folder to write to; created if it does not exist
  --force      replace existing files; without it they are kept
  --json       print the result as JSON
  --help, -h   this text

Written files are listed on stdout, failures on stderr. Exit codes:
  0  every file was converted
  1  a file failed, or was kept; the others were converted
  2  the arguments are wrong; nothing was written`,
  run: async (args, terminal) => (await import('./run-convert.ts')).runConvert(args, terminal),
}
