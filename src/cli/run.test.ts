import { expect, test } from 'vitest'
import { captureTerminal } from '../../test/cli/capture-terminal.ts'
import { version } from '../version.ts'
import { commands } from './commands.ts'
import { run } from './run.ts'

async function runHere(...args: string[]) {
  const { terminal, stdout, stderr } = captureTerminal()
  return { code: await run(args, terminal), stdout: stdout(), stderr: stderr() }
}

test.each(commands.map(({ name, help }) => [name, help]))(
  '%s has a help with its usage and its exit codes',
  async (name, help) => {
    const shown = { code: 0, stdout: `${help}\n`, stderr: '' }
    expect(help).toMatch(
      new RegExp(`^Usage: msw-cassette ${name} [\\s\\S]+\\n {2}--help, -h [\\s\\S]+\\n {2}0 {2}[\\s\\S]+\\n {2}2 {2}`),
    )
    expect(await runHere(name, '--help')).toEqual(shown)
    expect(await runHere(name, 'a.yaml', '-h')).toEqual(shown)
    expect(await runHere('help', name)).toEqual(shown)
    // The help fits a terminal of 100 columns.
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([])
  },
)

test('the help lists every command with its summary', async () => {
  const { code, stdout } = await runHere('--help')
  const listed = stdout.split('\n').filter((line) => /^ {2}[a-z]+ /.test(line))
  expect({ code, listed }).toEqual({
    code: 0,
    listed: commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
  })
  expect(await runHere('help', 'help')).toEqual(await runHere('help'))
})

test('the help of a command after two dashes is that of this command, and not shown', async () => {
  expect(await runHere('prune', 'a', '--', 'vitest', '--help')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'With a command, its run determines the folders. Remove them, or the command.\nSee msw-cassette prune --help.\n',
  })
})

test('the version is printed', async () => {
  expect(await runHere('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

const KNOWN = `Known: ${commands.map(({ name }) => name).join(', ')}.`

test.each([
  [[], 'There is no command.', ''],
  [['record'], `There is no command "record". ${KNOWN}`, ''],
  [['covnert', 'a.yaml'], `There is no command "covnert". Did you mean convert? ${KNOWN}`, ''],
  [['Convert'], `There is no command "Convert". Did you mean convert? ${KNOWN}`, ''],
  [['hlep'], `There is no command "hlep". Did you mean help? ${KNOWN}`, ''],
  [['help', 'convrt'], `There is no command "convrt". Did you mean convert? ${KNOWN}`, ''],
  [['--vesrion'], "Unknown option '--vesrion'. Did you mean --version?", ''],
  [
    ['convert', 'a.yaml', '--to', 'vcr-py', '--out', 'out'],
    '--to is "vcr-py", and must be one of go-vcr-2, har, vcrpy. Did you mean vcrpy?',
    'convert ',
  ],
  [['--all'], "Unknown option '--all'", ''],
  [['--version', 'x'], "Unexpected argument 'x'. This command does not take positional arguments", ''],
  [['convert'], 'There is no file or folder to convert.', 'convert '],
  [['convert', '--to', 'har', '--out', 'out'], 'There is no file or folder to convert.', 'convert '],
  [['convert', ''], 'The name of a file or folder is empty.', 'convert '],
  [['convert', 'a.yaml', '--out', 'out'], '--to is missing, and must be one of go-vcr-2, har, vcrpy.', 'convert '],
  [
    ['convert', 'a.yaml', '--to', 'nock', '--out', 'out'],
    '--to is "nock", and must be one of go-vcr-2, har, vcrpy.',
    'convert ',
  ],
  [['convert', 'a.yaml', '--to', 'har'], '--out is missing, and must be a folder.', 'convert '],
  [['convert', 'a.yaml', '--to', 'har', '--out', ''], '--out is missing, and must be a folder.', 'convert '],
  [['--jsno'], "Unknown option '--jsno'", ''],
  [['show'], 'There is no cassette to show.', 'show '],
  [['show', 'a', '--plain', '--raw'], '--plain and --raw exclude each other: choose one.', 'show '],
  [['show', 'a', '--plain', '--json'], '--plain and --json exclude each other: choose one.', 'show '],
  [['show', ''], 'The name of a cassette is empty.', 'show '],
  [['view'], 'There is no file or folder to view.', 'view '],
  [['redact'], 'There is no file or folder to redact.', 'redact '],
  [
    ['redact', 'a', '--pattern', ''],
    '--pattern is "", which matches any text. Write a pattern of the texts that you mean.',
    'redact ',
  ],
  [
    ['redact', 'a', '--json-path', 'user'],
    'The option "redact.json" is ["user"], and must be a list of JSON paths such as \'$.user.email\'.',
    'redact ',
  ],
  [['init'], '--git is missing: nothing else can be prepared yet.', 'init '],
  [
    ['init', '--git', '--pattern', 'a b'],
    '--pattern is "a b", and must be a pattern of .gitattributes without spaces and quotes.',
    'init ',
  ],
  [['prune', 'no-such-folder'], 'no-such-folder is not a folder.', 'prune '],
])('the arguments %j are refused before anything is read', async (args, message, command) => {
  expect(await runHere(...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee msw-cassette ${command}--help.\n`,
  })
})
