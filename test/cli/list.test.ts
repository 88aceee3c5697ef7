import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

test('lists cassettes, and reports those that it can not read', async () => {
  const folder = makeTempFolder()
  writeFileSync(
    join(folder, 'a.yaml'),
    stringifyCassette(buildCassette({ url: 'https://b.test/' }, { url: 'https://a.test/' })),
  )
  writeFileSync(join(folder, 'bad.json'), '{')
  const { code, stdout, stderr } = await runCli(folder, 'list', '.')
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(
      /^a\.yaml {2}go-vcr-2 {2}2 interactions {2}no date {2}\d+ bytes {2}a\.test b\.test\n$/,
    ),
  })
  expect(stderr).toMatch(/^Failed to read the cassette bad\.json:1:2: /)
})

test('--json lists formats, dates, hosts, models and expiry', async () => {
  const { code, stdout } = await runCli(
    resolve('fixtures'),
    'list',
    'ruby-vcr/betamax-0.1.json',
    '--expires',
    '30d',
    '--json',
  )
  expect({ code, result: JSON.parse(stdout) }).toEqual({
    code: 0,
    result: {
      cassettes: [
        {
          path: 'ruby-vcr/betamax-0.1.json',
          format: 'ruby-vcr',
          interactions: 2,
          bytes: expect.any(Number),
          recordedAt: expect.stringMatching(/^2013-/),
          hosts: ['api.openai.com'],
          models: ['gpt-5-mini'],
          expiry: 'expired',
        },
      ],
      failures: [],
    },
  })
})

test.each([
  [[], 'There is no file or folder to list.'],
  [['.', '--expires', 'soon'], '--expires is "soon", and must be an age such as 90d, 12h or 30m.'],
])('refuses the arguments %j', async (args, message) => {
  expect(await runCli(makeTempFolder(), 'list', ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee msw-cassette list --help.\n`,
  })
})

test('other files of a project are skipped, unless the user names them', async () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'package.json'), '{"name":"x"}')
  writeFileSync(join(folder, 'a.yaml'), 'version: 2\ninteractions: []\n')
  for (const command of ['list', 'show', 'view', 'lint']) {
    expect(await runCli(folder, command, '.')).toMatchObject({ code: 0, stderr: '' })
    expect(await runCli(folder, command, 'package.json')).toMatchObject({ code: 1 })
  }
})

test.each(['list .', 'show .', 'view .', 'lint .', 'redact .', 'check .', 'diff . .'])(
  '%s reports a folder that contains only other files',
  async (command) => {
    const folder = makeTempFolder()
    writeFileSync(join(folder, 'package.json'), '{"name":"x"}')
    const result = await runCli(folder, ...command.split(' '))
    expect(result).toMatchObject({ code: command === 'diff . .' ? 2 : 1 })
    expect(result.stderr).toContain('Failed to find a cassette in .: none of the files there is one.\n')
  },
)
