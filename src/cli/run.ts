import { suggest } from '../diagnostics/suggest.ts'
import { CassetteError } from '../errors/errors.ts'
import { version } from '../version.ts'
import { type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { parseArguments } from './parse-arguments.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs a command line.
 *
 * @param args the arguments after the program's name
 * @returns the exit code
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '', ...rest] = withoutHelpCommand(args)
  const command = commands.find((known) => known.name === name)
  try {
    return command ? await runCommand(command, rest, terminal) : runAlone(name === '' ? [] : [name, ...rest], terminal)
  } catch (error) {
    if (error instanceof CassetteError) {
      terminal.err(error.message)
      return exitCodes.failed
    }
    if (!(error instanceof UsageError)) throw error
    terminal.err(error.message)
    terminal.err(`See msw-cassette ${command ? `${name} ` : ''}--help.`)
    return exitCodes.usage
  }
}

/** `help` and `help help` are the same as `--help`, and `help convert` as `convert --help`. */
function withoutHelpCommand(args: readonly string[]): readonly string[] {
  const [first, ...topics] = args
  return first === 'help' ? [...topics.filter((topic) => topic !== 'help'), '--help'] : args
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (!options.includes('--help') && !options.includes('-h')) return command.run(args, terminal)
  terminal.out(command.help)
  return exitCodes.done
}

function runAlone(args: readonly string[], terminal: Terminal): ExitCode {
  const [name] = args
  if (name === undefined) throw new UsageError('There is no command.')
  const known = commands.map((command) => command.name)
  if (!name.startsWith('-'))
    throw new UsageError(
      `There is no command "${name}".${suggest(name, [...known, 'help'])} Known: ${known.join(', ')}.`,
    )
  const { values } = parseArguments({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
  })
  terminal.out(values.version ? version : writeHelp())
  return exitCodes.done
}

function writeHelp(): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`)
  return `Usage: msw-cassette COMMAND …

Commands:
${list.join('\n')}

Options:
  --help, -h     this text; after a command, that command's
  --version, -v  the version of this package

Each command has --json, which prints one JSON document on stdout. Colours are used on a
terminal only; NO_COLOR and FORCE_COLOR are respected.`
}
