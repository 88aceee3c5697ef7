import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { installExample } from '../examples/install-example.ts'
import { makeVitestProject, REPLAY_TEST } from '../examples/make-vitest-project.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const LIMIT = 120_000
const VITEST = ['--', 'npx', 'vitest', 'run', '--reporter=dot']

test(
  'with a command, removes what no test of its run claims or plays, and nothing with --dry-run',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': `${REPLAY_TEST}test.skip('skipped', { meta: { cassette: true } }, () => {})` },
      { 'x.test.ts/a': 3, 'x.test.ts/skipped': 1, 'x.test.ts/old': 1, 'gone.test.ts/a': 1 },
    )
    const dry = await runCli(folder, 'prune', '--dry-run', '--json', ...VITEST)
    expect({ code: dry.code, ...JSON.parse(dry.stdout) }).toEqual({
      code: 0,
      files: [
        join(folder, 'src/__cassettes__/gone.test.ts/a.yaml'),
        join(folder, 'src/__cassettes__/x.test.ts/old.yaml'),
      ],
      interactions: [{ file: join(folder, 'src/__cassettes__/x.test.ts/a.yaml'), indexes: [1, 2] }],
      removed: false,
      failures: [],
    })
    expect(readdirSync(join(folder, 'src/__cassettes__')).sort()).toEqual(['gone.test.ts', 'x.test.ts'])
    const { code, stdout } = await runCli(folder, 'prune', ...VITEST)
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining(
        'removed src/__cassettes__/gone.test.ts/a.yaml\nremoved src/__cassettes__/x.test.ts/old.yaml\n' +
          'removed src/__cassettes__/x.test.ts/a.yaml #1 #2\n',
      ),
    })
    expect(readdirSync(join(folder, 'src/__cassettes__/x.test.ts')).sort()).toEqual(['a.yaml', 'skipped.yaml'])
    const rest = readFileSync(join(folder, 'src/__cassettes__/x.test.ts/a.yaml'))
    expect(parseCassette(rest).interactions).toHaveLength(1)
  },
  LIMIT,
)

test(
  'removes nothing if a test fails, which could have played more',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': `${REPLAY_TEST}test('b', () => { throw new Error('fails') })` },
      { 'x.test.ts/b': 1, 'x.test.ts/a': 2, 'x.test.ts/old': 1, shared: 1 },
    )
    const { code, stdout, stderr } = await runCli(folder, 'prune', '--json', ...VITEST)
    const message =
      'Nothing was removed: the command ended with the exit code 1. A test that fails does not show what it needs: fix it, and prune again.'
    expect({ code, result: JSON.parse(stdout), stderr: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      code: 1,
      result: { files: [], interactions: [], removed: false, failures: [{ path: '.', message }] },
      stderr: message,
    })
    const cassettes = join(folder, 'src/__cassettes__')
    expect(readdirSync(join(cassettes, 'x.test.ts')).sort()).toEqual(['a.yaml', 'b.yaml', 'old.yaml'])
    expect(readdirSync(cassettes).sort()).toEqual(['shared.yaml', 'x.test.ts'])
    expect(parseCassette(readFileSync(join(cassettes, 'x.test.ts/a.yaml'))).interactions).toHaveLength(2)
  },
  LIMIT,
)

test(
  'removes the cassettes that no test of Jest claims, and keeps the others',
  async () => {
    const folder = installExample('jest-esm')
    const cassettes = join(folder, '__cassettes__/weather.test.js')
    const before = readdirSync(cassettes)
    writeFileSync(join(cassettes, 'old.yaml'), readFileSync(join(cassettes, 'lisbon.yaml')))
    const jest = ['--', process.execPath, '--experimental-vm-modules', 'node_modules/.bin/jest']
    const { code, stdout } = await runCli(folder, 'prune', ...jest)
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('removed __cassettes__/weather.test.js/old.yaml\n'),
    })
    expect(readdirSync(cassettes)).toEqual(before)
  },
  LIMIT,
)

/** A cassette for each test file; one of the files was deleted. */
function makeFolder(): string {
  const folder = makeTempFolder()
  for (const name of ['here.test.ts', 'gone.test.ts']) {
    mkdirSync(join(folder, 'a/__cassettes__', name), { recursive: true })
    writeFileSync(join(folder, 'a/__cassettes__', name, 'x.yaml'), 'version: 2\ninteractions: []\n')
  }
  writeFileSync(join(folder, 'a/here.test.ts'), '')
  return folder
}

test('without a command, removes only the cassettes of deleted test files', async () => {
  const folder = makeFolder()
  expect(await runCli(folder, 'prune', 'a', '--dry-run')).toEqual({
    code: 0,
    stdout: 'would remove a/__cassettes__/gone.test.ts/x.yaml\n',
    stderr: '',
  })
  expect(await runCli(folder, 'prune')).toMatchObject({
    code: 0,
    stdout: 'removed a/__cassettes__/gone.test.ts/x.yaml\n',
  })
  expect(readdirSync(join(folder, 'a/__cassettes__'))).toEqual(['here.test.ts'])
  expect(await runCli(folder, 'prune')).toEqual({ code: 0, stdout: 'Nothing is obsolete.\n', stderr: '' })
})

test('a command without a run removes nothing', async () => {
  const folder = makeFolder()
  expect(await runCli(folder, 'prune', '--', process.execPath, '-e', '0')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Nothing was removed: the command left no record of a run. It must run Vitest or Jest with msw-cassette.\n',
  })
  expect(readdirSync(join(folder, 'a/__cassettes__'))).toHaveLength(2)
})

test.each([
  [['no-folder'], 'no-folder is not a folder.'],
  [['.', '--', 'x'], 'With a command, its run determines the folders. Remove them, or the command.'],
  [['--', 'no-such-command'], 'Failed to start no-such-command: Error: spawn no-such-command ENOENT.'],
])('refuses the arguments %j', async (args, message) => {
  const { code, stderr } = await runCli(makeTempFolder(), 'prune', ...args)
  expect({ code, stderr: stderr.split('\n')[0] }).toEqual({ code: 2, stderr: message })
})
