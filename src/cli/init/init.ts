import type { Command } from '../command.ts'

/** Prepares a project. */
export const init: Command = {
  name: 'init',
  summary: 'prepares a repository of git, so that its diffs show cassettes as conversations',
  help: `Usage: msw-cassette init --git [--local] [--pattern GLOB]… [--json]

Makes git diff, git log -p and git show readable for cassettes:
  - writes .gitattributes in the working directory, which names the files that are
    cassettes. Other lines are kept, and a second run changes nothing. Commit this file.
  - prints the setting that each clone needs once, because git reads no commands from a
    repository. With --local it is set in this clone.
To see the files themselves, add --no-textconv to a command of git.

Options:
  --git           required: nothing else can be prepared yet
  --local         sets the textconv in the configuration of this clone
  --pattern GLOB  a pattern of .gitattributes; can be repeated. Default: **/__cassettes__/**
  --json          prints the result as JSON
  --help, -h      this text

Exit codes:
  0  everything is prepared
  1  a file could not be written, or git reported an error
  2  the arguments are wrong; nothing was written`,
  run: async (args, terminal) => (await import('./run-init.ts')).runInit(args, terminal),
}
