import type { Command } from '../command.ts'

/** Shows cassettes as conversations. */
export const show: Command = {
  name: 'show',
  summary: 'shows cassettes as the conversations they are',
  help: `Usage: msw-cassette show PATH… [--raw | --plain] [--prices] [--json]

Shows each interaction of a cassette in any known format: a line with its request, its
status, its times and its tokens, and then the conversation. Tool calls are shown with their
results, and messages that an earlier interaction has are not repeated. An interaction of
an unknown protocol is shown as HTTP.

PATH is a file, a folder, a glob, or a file in a revision of git. #3 selects an interaction:
  msw-cassette show test/__cassettes__
  msw-cassette show 'test/**/*.yaml'
  msw-cassette show weather.yaml#3
  msw-cassette show HEAD~1:weather.yaml

Options:
  --raw       the bodies as they are recorded, and each event of a stream with its time
  --plain     text that stays the same if a cassette is recorded again with the same content:
              no times, no numbers, no ids, one sentence a line. A file that is not a cassette
              is printed as it is. For git, see msw-cassette init --git
  --prices    also shows costs that are not recorded, from the package @pydantic/genai-prices
  --json      prints the result as JSON; with --raw also the events
  --help, -h  this text

Exit codes:
  0  every cassette was shown
  1  a cassette could not be read; the others were shown
  2  the arguments are wrong`,
  run: async (args, terminal) => (await import('./run-show.ts')).runShow(args, terminal),
}
