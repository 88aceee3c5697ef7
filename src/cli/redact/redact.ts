import type { Command } from '../command.ts'

/** Redacts existing cassettes. */
export const redact: Command = {
  name: 'redact',
  summary: "applies today's redaction to existing cassettes",
  help: `Usage: msw-cassette redact PATH… [options]

Replaces the credentials in existing cassettes as a recording of today does, in place. PATH
is a file, a folder or a glob. A file is replaced completely or not at all; a file without
credentials is not written. In a go-vcr 2 file, everything else keeps its bytes. A vcrpy or
HAR file is written again. Links stay links, and compressed files stay compressed.

Then the result is scanned. A text that still looks like a credential is reported, and the
exit code is 1.

Options:
  --dry-run          list the changes, and write nothing
  --header NAME      another header that carries a credential; can be repeated
  --query NAME       another query parameter or form field; can be repeated
  --json-path PATH   a JSON path whose values are replaced, such as $.user.email
  --pattern PATTERN  a regular expression of texts to replace everywhere
  --allow PATTERN    a regular expression: texts that look like credentials but are not
  --json             print the result as JSON
  --help, -h         this text

Exit codes:
  0  every file is free of credentials now, as far as the scan can tell
  1  a file failed, or still contains a credential; with --dry-run: would contain one
  2  the arguments are wrong; nothing was written`,
  run: async (args, terminal) => (await import('./run-redact.ts')).runRedact(args, terminal),
}
