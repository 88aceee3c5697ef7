import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { version } from '../../src/version.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

test.each([
  [[], 'There is no command.', ''],
  [
    ['convert', 'a.yaml', '--to', 'har', '--out', 'a.yaml'],
    '--out is "a.yaml", which is a file, and must be a folder.',
    'convert ',
  ],
])('refuses the arguments %j', async (args, message, command) => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.yaml'), '')
  expect(await runCli(folder, ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee msw-cassette ${command}--help.\n`,
  })
  expect(readdirSync(folder)).toEqual(['a.yaml'])
})

test('suggests the option that an unknown one is similar to', async () => {
  const { code, stderr } = await runCli(makeTempFolder(), 'convert', 'a.yaml', '--to', 'har', '--out', 'x', '--froce')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^Unknown option '--froce'.*\. Did you mean --force\?\nSee msw-cassette convert --help\.\n$/)
})

test('prints its version, its commands, and the options and exit codes of a command', async () => {
  const folder = makeTempFolder()
  for (const option of ['--version', '-v'])
    expect(await runCli(folder, option)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  expect(await runCli(folder, 'help', 'convert')).toEqual(await runCli(folder, 'convert', '--help'))
  for (const option of ['--help', '-h', 'help']) {
    expect(await runCli(folder, option)).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Usage: msw-cassette COMMAND …\n\nCommands:\n {2}show {6}\w/),
      stderr: '',
    })
    if (option === 'help') continue
    expect(await runCli(folder, 'convert', 'a.yaml', option)).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^Usage: msw-cassette convert .+--to FORMAT {2}go-vcr-2, har, vcrpy\n.+\n {2}2 {2}/s,
      ),
      stderr: '',
    })
  }
})
