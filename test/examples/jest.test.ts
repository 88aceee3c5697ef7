import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installExample } from './install-example.ts'
import { runNode } from './run.ts'

const LIMIT = 90_000
const FLAG = { NODE_OPTIONS: '--experimental-vm-modules' }
const jest = (folder: string, args: string[] = [], env: Record<string, string> = FLAG) =>
  runNode(folder, ['modules:jest/bin/jest.js', ...args], env)

test.each([
  ['jest-esm', 4],
  ['jest-cjs', 1],
])(
  'examples/%s: the preset is all the set-up there is',
  async (name, count) => {
    const { exitCode, output } = await jest(installExample(name))
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(`Cassettes  ${count} replayed`),
    })
  },
  LIMIT,
)

test(
  'Jest: what no test needs is listed, fails with --ci, and is removed with -u, with several workers',
  async () => {
    const folder = installExample('jest-esm')
    writeFileSync(join(folder, 'other.test.js'), "test('plain', () => {})\n")
    const old = join(folder, '__cassettes__/weather.test.js/old.yaml')
    writeFileSync(old, 'version: 2\ninteractions: []\n')
    const listed = await jest(folder, ['-w', '2'])
    expect(listed).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 obsolete, remove with -u') })
    expect(await jest(folder, ['--ci'])).toMatchObject({ exitCode: 1 })
    expect(await jest(folder, ['-t', 'warm', '--ci'])).toMatchObject({ exitCode: 0 })
    expect(await jest(folder, ['-u'])).toMatchObject({ exitCode: 0 })
    expect(existsSync(old)).toBe(false)
  },
  LIMIT,
)

test(
  'Jest: without the flag one line says what to set',
  async () => {
    const { exitCode, output } = await jest(installExample('jest-esm'), [], {})
    expect(exitCode).toBe(1)
    expect(output).toContain('NODE_OPTIONS=--experimental-vm-modules npx jest')
    expect(output).not.toContain('SyntaxError')
  },
  LIMIT,
)

test(
  'Jest: a swallowed mismatch fails its test with the whole message',
  async () => {
    const folder = installExample('jest-esm')
    writeFileSync(
      join(folder, 'weather.test.js'),
      `import { withCassette } from 'msw-cassette/jest'
      test('says how warm it is', withCassette(async () => {
        await fetch('https://api.openai.com/v1/models')
      }))`,
    )
    const { exitCode, output } = await jest(folder)
    expect(exitCode).toBe(1)
    expect(output).toContain('No recorded interaction matches GET https://api.openai.com/v1/models')
  },
  LIMIT,
)
