import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

function makeRepository(): { folder: string; git: (...args: string[]) => string } {
  const folder = makeTempFolder()
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@test', ...args], { cwd: folder, encoding: 'utf8' })
  git('init', '--quiet')
  // As npm installs it.
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  const program = join(folder, 'node_modules/.bin/msw-cassette')
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli/main.js')}" "$@"\n`)
  chmodSync(program, 0o755)
  return { folder, git }
}

function write(folder: string, answer: string): void {
  mkdirSync(join(folder, 'test/__cassettes__'), { recursive: true })
  const cassette = buildCassette({ response: answer, type: 'text/plain', duration: answer.length })
  writeFileSync(join(folder, 'test/__cassettes__/a.yaml'), stringifyCassette(cassette))
}

test.skipIf(process.platform === 'win32')('makes git diff and git log readable', async () => {
  const { folder, git } = makeRepository()
  expect(await runCli(folder, 'init', '--git', '--local')).toEqual({
    code: 0,
    stdout:
      'Wrote .gitattributes. Commit it.\nSet the textconv of this clone: git diff shows cassettes as conversations.\n',
    stderr: '',
  })
  write(folder, 'Warm. Sunny.')
  git('add', '.gitattributes', 'test')
  git('commit', '--quiet', '-m', 'a')
  write(folder, 'Warm. Cloudy.')
  const change = ' GET api.test/v1/chat 200\n   response   Warm.\n-             Sunny.\n+             Cloudy.\n'
  expect(git('diff')).toContain(change)
  git('commit', '--quiet', '-am', 'b')
  expect(git('log', '-p', '-1')).toContain(change)
  expect(git('diff', '--no-textconv', 'HEAD~1')).toContain('-    body: Warm. Sunny.\n')
})

test.skipIf(process.platform === 'win32')('a version that is not a cassette does not stop git', async () => {
  const { folder, git } = makeRepository()
  await runCli(folder, 'init', '--git', '--local')
  write(folder, 'Warm.')
  git('add', 'test')
  git('commit', '--quiet', '-m', 'a')
  writeFileSync(join(folder, 'test/__cassettes__/a.yaml'), 'broken: [\n')
  expect(git('diff')).toContain('+broken: [\n')
})

test('keeps the content of .gitattributes, and changes nothing in a second run', async () => {
  const { folder, git } = makeRepository()
  writeFileSync(join(folder, '.gitattributes'), '* text=auto\r\n*.png binary')
  const args = ['init', '--git', '--pattern', 'a/*.yaml', '--pattern', '*.har']
  const { code, stdout } = await runCli(folder, ...args)
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `Wrote .gitattributes. Commit it.
Each clone needs this once, or msw-cassette init --git --local:
  git config diff.cassette.textconv "node_modules/.bin/msw-cassette show --plain"
`,
  })
  const expected = '* text=auto\r\n*.png binary\r\na/*.yaml diff=cassette\r\n*.har diff=cassette\r\n'
  expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe(expected)
  expect(await runCli(folder, ...args)).toMatchObject({ stdout: expect.stringMatching(/^\.gitattributes names the/) })
  expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe(expected)
  expect(git('config', '--list', '--local')).not.toContain('textconv')
})

test('--json prints what was done, and outside of a repository nothing can be set', async () => {
  const folder = makeTempFolder()
  const { code, stdout, stderr } = await runCli(folder, 'init', '--git', '--local', '--json')
  expect({ code, result: JSON.parse(stdout) }).toEqual({
    code: 1,
    result: {
      attributes: 'written',
      textconv: 'npx --no msw-cassette show --plain',
      configuration: 'unchanged',
      failures: [{ path: 'the configuration of git', message: stderr.trimEnd() }],
    },
  })
  expect(stderr).toMatch(/^Failed to write the configuration of git: .+\.\n$/)
})

test.each([
  [[], '--git is missing: nothing else can be prepared yet.'],
  [
    ['--git', '--pattern', 'a b'],
    '--pattern is "a b", and must be a pattern of .gitattributes without spaces and quotes.',
  ],
  [['--git', '--lokal'], "Unknown option '--lokal'. Did you mean --local?"],
])('refuses the arguments %j', async (args, message) => {
  expect(await runCli(makeTempFolder(), 'init', ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee msw-cassette init --help.\n`,
  })
})
