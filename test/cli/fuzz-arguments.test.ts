import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { run } from '../../src/cli/run.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { captureTerminal } from './capture-terminal.ts'

/** Command lines; 10,000 with `npm run fuzz`. */
const RUNS = Math.ceil(Number(process.env.FUZZ_RUNS ?? 20_000) / 100)
const SEED = Number(process.env.FUZZ_SEED ?? 1)

const fixtures = resolve('fixtures')

/** `learn` and `serve` run other programs. So does `prune` with `--`. */
const names = [...commands.map(({ name }) => name), 'shwo', '', '__proto__'].filter((name) => !/learn|serve/.test(name))

const optionNames =
  'raw plain prices json help out against expires force format allow require fix rule rules ignore fail-on dry-run header query json-path pattern sample origin git local to version no-json rul'
const optionValues =
  '|-1|0|1.5|NaN|90d|1e9d|(|[|.*|json|github|markdown|har|vcrpy|go-vcr-2|out|/dev/null/x|a.yaml|secret|info|recorded|wording|$.a|$[|$..|x|A: b\nc|http://|localhost'
const paths = [
  ...[
    '',
    ' ',
    '.',
    '-',
    ':',
    '#0',
    '[',
    'a.yaml',
    'b.yaml',
    'dir',
    'dir/*.har',
    '**/*',
    '*',
    '{a,b}.yaml',
    '!(a).yaml',
  ],
  ...['missing.yaml', 'broken.yaml', 'empty.yaml', 'loop', 'dangling.yaml', 'bytes', 'HEAD:a.yaml', 'HEAD', 'a.yaml#0'],
  ...[
    'x'.repeat(5000),
    '\0',
    'a\x1b[31m.yaml',
    '\ud800',
    'é.yaml',
    'file:///a.yaml',
    'https://a.example/',
    'text',
    '1d',
  ],
]

const option = fc
  .tuple(fc.constantFrom(...optionNames.split(' ')), fc.constantFrom(undefined, ...optionValues.split('|')))
  .map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`))
const argument = fc.oneof(
  { weight: 3, arbitrary: option },
  { weight: 4, arbitrary: fc.constantFrom(...paths, '-x', '-h', '-v') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text !== '--') },
)
const commandLine = fc.tuple(fc.constantFrom(...names), fc.array(argument, { maxLength: 6 }))

/** The build inserts the code of the page. */
vi.stubGlobal('VIEW_PAGE', { script: '', style: '' })

test('no arguments crash a command, and each failure has a text without control characters', async () => {
  const folder = makeTempFolder()
  const before = process.cwd()
  process.chdir(folder)
  onTestFinished(() => process.chdir(before))
  mkdirSync('dir')
  writeFileSync('empty.yaml', '')
  writeFileSync('broken.yaml', 'version: 2\ninteractions:\n- request: {')
  writeFileSync('bytes', Buffer.from([0, 255, 1, 2, 0, 10, 13, 27, 91]))
  symlinkSync('loop', 'loop')
  symlinkSync('nowhere', 'dangling.yaml')
  for (const [name, args] of fc.sample(commandLine, { numRuns: RUNS, seed: SEED })) {
    // A command can have changed them.
    copyFileSync(`${fixtures}/go-vcr-v2/openai-chat.yaml`, 'a.yaml')
    copyFileSync(`${fixtures}/go-vcr-v2/anthropic-messages-streaming.yaml`, 'b.yaml')
    copyFileSync(`${fixtures}/har/polly-openai-chat.har`, 'dir/c.har')
    const { code, text } = await runIn([name, ...args])
    const shown = JSON.stringify([name, ...args])
    expect([0, 1, 2], shown).toContain(code)
    expect(code === 0 || text.trim() !== '', shown).toBe(true)
    expect(text, shown).not.toMatch(/TypeError|RangeError|Cannot read|is not a function|\[object Object\]|^ {4}at /m)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(text, shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  }
})

async function runIn(args: readonly string[]): Promise<{ code: number; text: string }> {
  const { terminal, stdout, stderr } = captureTerminal()
  const code = await run(args, terminal)
  return { code, text: stdout() + stderr() }
}
