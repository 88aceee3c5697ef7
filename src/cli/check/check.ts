import type { Command } from '../command.ts'

/** Finds out whether providers still answer as they did. */
export const check: Command = {
  name: 'check',
  summary: 'sends recorded requests again, and compares the form of the answers',
  help: `Usage: msw-cassette check PATH… [options]

Has the provider drifted? Sends recorded requests again, and compares the form of the
answers with the recorded ones: the status, the types at each JSON path, the names and the
order of events, the finish reasons. Texts are not compared. Nothing is written.

Questions to models and reads (GET) are sent. Other requests, and those whose recorded
answer is an error, are not. The key of a provider comes from its variable, such as
OPENAI_API_KEY, and goes into the place that redaction removed it from.

Options:
  --yes             sends the requests; without it, the command asks on a terminal, and
                    refuses elsewhere. Requests cost money
  --sample N        only N requests, evenly spaced over all cassettes
  --header TEXT     a header to send, such as 'Authorization: Bearer $MY_KEY'. A name after
                    a dollar sign is that of a variable; can be repeated
  --origin URL      sends all requests to this origin, such as that of a gateway
  --prices          expects costs that are not recorded, too: at today's prices, from the
                    package @pydantic/genai-prices
  --format FORMAT   text, json or github (annotations of GitHub Actions); default: text
  --json            the same as --format json
  --help, -h        this text

A line is info if something is new, warn if something is gone, and error if a type
changed, an event vanished, or the provider refused the request. Exit codes:
  0  no error
  1  an error, a file that failed, or nothing could be sent
  2  the arguments are wrong; nothing was sent`,
  run: async (args, terminal) => (await import('./run-check.ts')).runCheck(args, terminal),
}
