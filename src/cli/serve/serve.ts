import type { Command } from '../command.ts'

/** Serves cassettes to other processes. */
export const serve: Command = {
  name: 'serve',
  summary: 'serves cassettes to other processes, at base URLs of providers',
  help: `Usage: msw-cassette serve PATH… [options] [-- COMMAND…]

Answers requests to http://127.0.0.1:PORT/openai/v1/… and so on from cassettes, and
records them if the mode allows it. PATH is a cassette, a folder of cassettes or a glob. A
request is answered from the cassette that contains it. In a folder, the header
"x-cassette: NAME" or the path /@NAME/openai/v1/… selects the cassette NAME.yaml.

After --, COMMAND is started with the variables that its clients read, such as
OPENAI_BASE_URL. Without a command, the variables are printed, and Ctrl+C ends the server.

Options:
  --mode MODE          replay, once, new-episodes, record, passthrough; see MSW_CASSETTE_MODE
  --port PORT          default: any free port
  --route NAME=URL     another provider, or another address for one; can be repeated
  --timing recorded    streams at the recorded speed; default: instant
  --repeat last        answers again after everything was played; or all; default: none
  --fault FAULT        a fault for one cassette, such as at=0,status=429 or
                       '{"at":0,"cutAfter":3}'; can be repeated. Faults happen in replay
  --host 0.0.0.0       lets other machines in. They can then see and use the keys of the
                       clients while you record
  --cors ORIGIN        lets pages of this origin in, or of any with *
  --json               prints the address and the variables as JSON. Not with COMMAND, which
                       owns stdout
  --help, -h           this text

Exit codes:
  that of COMMAND, or of the server:
  0  every request was answered, and every recording was requested
  1  a request matched nothing, a recording was not requested, or the server could not start
  2  the arguments are wrong`,
  run: async (args, terminal) => (await import('./run-serve.ts')).runServe(args, terminal),
}
