import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

/** Sends the request three times, and prints how each ends. */
const PROGRAM = `
for (let count = 0; count < 3; count++) {
  const end = await fetch(process.env.OPENAI_BASE_URL + '/models').then(({ status }) => status, ({ message }) => message)
  console.log(end)
}
`

function makeProject(): string {
  const folder = makeTempFolder()
  const cassette = buildCassette({ url: 'https://api.openai.com/v1/models', response: 'hi' })
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(cassette))
  writeFileSync(join(folder, 'get.mjs'), PROGRAM)
  return folder
}

test('--fault adds faults to the replay of a cassette', async () => {
  const faults = ['--fault', 'at=0,status=503,body=busy', '--fault', '{"at":0,"connection":"reset"}']
  expect(
    await runCli(makeProject(), 'serve', 'a.yaml', '--mode', 'replay', ...faults, '--', 'node', 'get.mjs'),
  ).toMatchObject({ code: 0, stdout: '503\nfetch failed\n200\n' })
})

test.each([
  [['--fault', 'at=0', 'a.yaml'], 'The option "faults[0]" is {"at":0}, and must be a fault of exactly one kind'],
  [['--fault', 'at=9,status=500', 'a.yaml'], 'The option "faults[0].at" is 9, and must be below 1'],
  [['--fault', 'at=0,cutAfter=3', 'a.yaml', '--', 'node', 'get.mjs'], 'must be at most 1, the number of events'],
  [['--fault', 'nonsense', 'a.yaml'], '--fault is "nonsense", and must be a fault, such as at=0,status=429'],
  [['--fault', 'at=0,status=500', 'a.yaml', 'a.yaml'], '--fault needs exactly one cassette to serve'],
  [['--fault', 'at=0,status=500', '.'], '--fault needs exactly one cassette to serve'],
  [['--fault', 'at=0,status=500', 'missing.yaml'], '--fault needs exactly one cassette to serve'],
])('serve %s is refused', async (args, message) => {
  const { code, stderr } = await runCli(makeProject(), 'serve', '--mode', 'replay', ...args)
  expect({ code, stderr }).toEqual({ code: expect.toBeOneOf([1, 2]), stderr: expect.stringContaining(message) })
})

test('a fault that never happened fails the command', async () => {
  expect(
    await runCli(
      makeProject(),
      'serve',
      'a.yaml',
      '--mode',
      'replay',
      '--fault',
      'at=0,status=500',
      '--',
      'node',
      '-e',
      '0',
    ),
  ).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The fault at 0 (faults[0]) was never reached in a.yaml'),
  })
})
