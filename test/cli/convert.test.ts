import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Interaction, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli, runCliUnread } from './run-cli.ts'

const cassette = buildCassette({
  method: 'POST',
  request: '{"n":1}',
  response: 'data: Olá\n\n',
  type: 'text/event-stream',
})
const yaml = stringifyCassette(cassette)

/** Creates a folder with files. A file without a text is a cassette. */
function makeFiles(...files: (string | readonly [name: string, text: string])[]): string {
  const folder = makeTempFolder()
  for (const file of files) {
    const [name, text] = typeof file === 'string' ? [file, yaml] : file
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The files below a folder, including hidden files. */
function list(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

test('converts files and folders, and keeps their paths below the folder of outputs', async () => {
  const folder = makeFiles('one.yml', 'all/a.yaml', 'all/deep/b.yaml', ['all/notes.md', 'no cassette'])
  expect(await runCli(folder, 'convert', 'one.yml', 'all', '--to', 'har', '--out', 'new/out')).toEqual({
    code: 0,
    stdout: 'one.yml -> new/out/one.har\nall/a.yaml -> new/out/a.har\nall/deep/b.yaml -> new/out/deep/b.har\n',
    stderr: '',
  })
  expect(list(join(folder, 'new'))).toEqual(['out/a.har', 'out/deep/b.har', 'out/one.har'])
  for (const name of list(join(folder, 'new'))) {
    expect(readFileSync(join(folder, 'new', name), 'utf8')).toBe(stringifyCassette(cassette, { format: 'har' }))
  }
})

test.each([
  ['go-vcr-2', 'a.yaml', yaml],
  ['vcrpy', 'a.yaml', stringifyCassette(cassette, { format: 'vcrpy' })],
  ['har', 'a.har', stringifyCassette(cassette, { format: 'har' })],
])('writes %s as stringifyCassette does', async (format, name, text) => {
  const folder = makeFiles('a.yaml')
  await runCli(folder, 'convert', 'a.yaml', '--to', format, '--out', 'out')
  expect(list(join(folder, 'out'))).toEqual([name])
  expect(readFileSync(join(folder, 'out', name), 'utf8')).toBe(text)
})

test('converts a given file with any name, and converts a file that is given twice only once', async () => {
  const folder = makeFiles('all/a.yaml', 'recording.txt')
  expect(
    await runCli(folder, 'convert', 'all', 'all/a.yaml', 'recording.txt', '--to', 'vcrpy', '--out', 'out'),
  ).toEqual({
    code: 0,
    stdout: 'all/a.yaml -> out/a.yaml\nrecording.txt -> out/recording.txt.yaml\n',
    stderr: '',
  })
})

test('reports a file that fails, and converts the others', async () => {
  const folder = makeFiles(
    'all/a.yaml',
    ['all/b.yaml', 'version: 2\ninteractions: [\n'],
    ['all/c.json', '{}'],
    'all/d.yaml',
  )
  const { code, stdout, stderr } = await runCli(folder, 'convert', 'all', 'absent.yaml', '--to', 'har', '--out', 'out')
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'all/a.yaml -> out/a.har\nall/d.yaml -> out/d.har\n' })
  expect(stderr.split('\n').filter((line) => /^\w/.test(line))).toEqual([
    'Failed to open absent.yaml: there is no such file or folder.',
    expect.stringMatching(/^Failed to read the cassette all\/b\.yaml:\d+:\d+: /),
    expect.stringMatching(/^Failed to read the cassette all\/c\.json: it is no cassette/),
    '3 of 5 failed.',
  ])
  expect(list(join(folder, 'out'))).toEqual(['a.har', 'd.har'])
})

test('--json prints the result as one document, and failures also on stderr', async () => {
  const folder = makeFiles('all/a.yaml', 'all/b.yaml', ['all/c.json', '{}'], ['out/b.har', 'mine'])
  const { code, stdout, stderr } = await runCli(folder, 'convert', 'all/*', '--to', 'har', '--out', 'out', '--json')
  expect({ code, result: JSON.parse(stdout) }).toEqual({
    code: 1,
    result: {
      converted: [{ path: 'all/a.yaml', output: 'out/a.har', lostInteractions: 0, lostWebSockets: 0 }],
      kept: [{ path: 'all/b.yaml', output: 'out/b.har' }],
      failures: [
        {
          path: 'all/c.json',
          code: 'cassette_format',
          message: expect.stringMatching(/^Failed to read the cassette all\/c\.json: /),
        },
      ],
    },
  })
  expect(stderr).toMatch(/^Kept out\/b\.har: .+\nFailed to read .+\n1 of 3 failed, 1 of 3 kept\.\n$/s)
})

test('a folder without cassettes is an error', async () => {
  const folder = makeFiles(['all/notes.md', ''])
  expect(await runCli(folder, 'convert', 'all', '--to', 'har', '--out', 'out')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'Failed to find a cassette in all: no name there ends in .yaml, .yml, .yaml.gz, .json or .har.\n1 of 1 failed.\n',
  })
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

test('keeps an existing output, and replaces it with --force', async () => {
  const folder = makeFiles('a.yaml', 'b.yaml', ['out/a.har', 'mine'])
  const args = ['convert', 'a.yaml', 'b.yaml', '--to', 'har', '--out', 'out']
  expect(await runCli(folder, ...args)).toEqual({
    code: 1,
    stdout: 'b.yaml -> out/b.har\n',
    stderr: 'Kept out/a.har: it is there already. To replace it, add --force.\n1 of 2 kept.\n',
  })
  expect(readFileSync(join(folder, 'out/a.har'), 'utf8')).toBe('mine')
  expect(await runCli(folder, ...args, '--force')).toEqual({
    code: 0,
    stdout: 'a.yaml -> out/a.har\nb.yaml -> out/b.har\n',
    stderr: '',
  })
  expect(readFileSync(join(folder, 'out/a.har'), 'utf8')).toBe(stringifyCassette(cassette, { format: 'har' }))
  expect(list(join(folder, 'out'))).toEqual(['a.har', 'b.har'])
})

test('if two processes run at the same time, only one of them writes each output', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `all/${String(index).padStart(2, '0')}.yaml`)
  const folder = makeFiles(...names)
  const args = ['convert', 'all', '--to', 'vcrpy', '--out', 'out']
  const runs = await Promise.all([runCli(folder, ...args), runCli(folder, ...args)])
  const written = runs.flatMap(({ stdout }) => stdout.match(/^.+$/gm) ?? [])
  const kept = runs.flatMap(({ stderr }) => stderr.match(/^Kept .+$/gm) ?? [])
  expect(written.sort()).toEqual(names.map((name) => `${name} -> ${name.replace('all', 'out')}`))
  expect(kept.length).toBe(names.length)
  expect(list(join(folder, 'out')).length).toBe(names.length)
})

test.each([
  ['the same name', ['x/a.yaml', 'y/a.json'], 'x/a.yaml and y/a.json would both be written to a.har.'],
  [
    'names that differ in case',
    ['x/a.yaml', 'y/A.yaml'],
    'x/a.yaml and y/A.yaml would both be written to a.har and A.har, which some file systems take for one.',
  ],
])('refuses inputs whose outputs would have %s before anything is written', async (_title, files, message) => {
  const folder = makeFiles('x/0.yaml', ...files)
  expect(await runCli(folder, 'convert', 'x', 'y', '--to', 'har', '--out', 'out', '--force')).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message} Nothing was written. Convert them into folders of their own.\nSee msw-cassette convert --help.\n`,
  })
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

test('does not follow a link in the folder of outputs to a place outside', async () => {
  const folder = makeFiles('all/sub/deep/a.yaml', 'all/b.yaml', ['elsewhere/b.har', 'theirs'])
  mkdirSync(join(folder, 'out'))
  symlinkSync('../elsewhere', join(folder, 'out/sub'))
  symlinkSync('../elsewhere/b.har', join(folder, 'out/b.har'))
  const args = ['convert', 'all', '--to', 'har', '--out', 'out']
  expect(await runCli(folder, ...args)).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^Kept out\/b\.har: .+\nFailed to write the cassette out\/sub\/deep\/a\.har: its path leads out of out\.\n1 of 2 failed, 1 of 2 kept\.\n$/,
    ),
  })
  expect(await runCli(folder, ...args, '--force')).toMatchObject({ code: 1, stdout: 'all/b.yaml -> out/b.har\n' })
  expect(readFileSync(join(folder, 'out/b.har'), 'utf8')).toBe(stringifyCassette(cassette, { format: 'har' }))
  expect(readFileSync(join(folder, 'elsewhere/b.har'), 'utf8')).toBe('theirs')
  expect(list(join(folder, 'elsewhere'))).toEqual(['b.har'])
  expect(readlinkSync(join(folder, 'out/sub'))).toBe('../elsewhere')
})

test('the folder of outputs can be a link, and a link in it can lead to another folder in it', async () => {
  const folder = makeFiles('all/sub/a.yaml', ['real/kept/x', ''])
  symlinkSync('real', join(folder, 'out'))
  symlinkSync('kept', join(folder, 'real/sub'))
  expect(await runCli(folder, 'convert', 'all', '--to', 'har', '--out', 'out')).toMatchObject({ code: 0, stderr: '' })
  expect(list(join(folder, 'real/kept'))).toEqual(['a.har', 'x'])
})

test('finds linked files, but does not search linked folders, the outputs or node_modules', async () => {
  const folder = makeFiles('all/a.yaml', 'all/out/old.yaml', 'all/node_modules/x/b.yaml', 'theirs/c.yaml')
  symlinkSync('../theirs/c.yaml', join(folder, 'all/c.yaml'))
  symlinkSync('../theirs', join(folder, 'all/theirs'))
  symlinkSync('.', join(folder, 'all/round'))
  symlinkSync('nowhere.yaml', join(folder, 'all/d.yaml'))
  expect(await runCli(folder, 'convert', 'all', '--to', 'har', '--out', 'all/out')).toEqual({
    code: 1,
    stdout: 'all/a.yaml -> all/out/a.har\nall/c.yaml -> all/out/c.har\n',
    stderr: 'Failed to convert all/d.yaml: there is no such file.\n1 of 3 failed.\n',
  })
})

test('escapes control characters of file names and cassettes in its output', async () => {
  const sequence = '\u001b]0;owned\u0007\u009b31m'
  const folder = makeFiles(`all/${sequence}.yaml`, [
    `all/bad${sequence}\n.yaml`,
    `version: 2\ninteractions: "${sequence}"\n`,
  ])
  const { code, stdout, stderr } = await runCli(folder, 'convert', 'all', '--to', 'har', '--out', 'out')
  expect(code).toBe(1)
  expect(stdout).toBe('all/·]0;owned··31m.yaml -> out/·]0;owned··31m.har\n')
  expect(stderr).toContain('·]0;owned·')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  expect(list(join(folder, 'out'))).toEqual([`${sequence}.har`])

  const wrong = await runCli(folder, `${sequence}`)
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('"·]0;owned··31m"') })
})

test('continues if nobody reads its output', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `all/${index}.yaml`)
  const folder = makeFiles(...names)
  expect(await runCliUnread(folder, 'convert', 'all', '--to', 'vcrpy', '--out', 'out')).toBe(0)
  expect(list(join(folder, 'out')).length).toBe(names.length)
  expect(await runCliUnread(folder, 'convert')).toBe(2)
})

test('a cassette that is converted to go-vcr 2 keeps all its interactions', async () => {
  const folder = makeTempFolder()
  const fixtures = join(process.cwd(), 'fixtures/go-vcr-v2')
  await runCli(folder, 'convert', fixtures, '--to', 'go-vcr-2', '--out', 'out')
  const names = list(join(folder, 'out'))
  expect(names).toEqual(list(fixtures))
  for (const name of names) {
    expect(load(join(folder, 'out', name))).toEqual(load(join(fixtures, name)))
  }
})

function load(file: string): Omit<Interaction, 'line'>[] {
  return parseCassette(readFileSync(file)).interactions.map(({ line: _line, ...interaction }) => interaction)
}
