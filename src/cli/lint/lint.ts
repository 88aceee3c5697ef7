import type { Command } from '../command.ts'

/** Examines cassettes. */
export const lint: Command = {
  name: 'lint',
  summary: 'finds problems of cassettes: leaks, edits, cut streams and others',
  help: `Usage: msw-cassette lint PATH… [options]

Examines cassettes of any known format, and prints each finding with its file, line and
column. PATH is a file, a folder or a glob. Files in a folder that are no cassettes, such as
configurations, are skipped.

Examples:
  msw-cassette lint .                                     all cassettes
  msw-cassette lint . --require recorded --format github  in CI

Options:
  --require recorded   every interaction must be as a recorder of this library wrote it: for
                       CI, because people and coding agents also write cassettes by hand
  --fix                applies the fixes that are certain, and reports the rest
  --rule NAME          only this rule; can be repeated
  --ignore NAME        not this rule; can be repeated
  --rules              lists the rules
  --expires AGE        how old recordings can be: 90d, 12h, 30m
  --allow PATTERN      a regular expression: texts that look like credentials but are not;
                       can be repeated
  --fail-on SEVERITY   error, warning or info; default: error
  --format FORMAT      text, json or github (annotations of GitHub Actions); default: text
  --json               the same as --format json
  --help, -h           this text

Exit codes:
  0  nothing was found, or only less than --fail-on
  1  something was found
  2  the arguments are wrong; nothing was examined`,
  run: async (args, terminal) => (await import('./run-lint.ts')).runLint(args, terminal),
}
