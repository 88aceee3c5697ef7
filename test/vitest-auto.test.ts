import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runNode } from './examples/run-node.ts'

const LIMIT = 60_000
const vitest = (folder: string, env: Record<string, string> = {}) =>
  runNode(folder, ['modules:vitest/vitest.mjs', 'run'], env)

test(
  'with auto a test that asks for nothing needs no cassette, in CI either, and leaves no folder behind',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': "test('plain', () => { expect(1).toBe(1) })\n" },
      {},
      'plugins: [cassettes({ auto: true })]',
    )
    expect(await vitest(folder, { CI: 'true' })).toMatchObject({ exitCode: 0 })
    const { exitCode, output } = await vitest(folder)
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.not.stringContaining('Cassettes') })
    expect(existsSync(join(folder, 'src/__cassettes__'))).toBe(false)
  },
  LIMIT,
)

test(
  'with auto a test that asks for what is not recorded fails in CI, and names the file',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': "test('a', async () => { await ask() })\n" },
      {},
      'plugins: [cassettes({ auto: true })]',
    )
    const { exitCode, output } = await vitest(folder, { CI: 'true' })
    expect(exitCode).toBe(1)
    expect(output).toContain('No recorded interaction matches GET https://api.test/hi: nothing is recorded')
    expect(output).toMatch(/cassette {2}.*__cassettes__\/x\.test\.ts\/a\.yaml \(mode: replay, 0 of 0 played\)/)
  },
  LIMIT,
)

test(
  'a test of test.each that is wrapped has a cassette of its name, and is in the report',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `import { withCassette } from 'msw-cassette'
          describe('in', () => { test.each(['one', 'two'])('%s', withCassette(async () => { expect(await ask()).toBe('hi') })) })`,
      },
      { 'x.test.ts/in-one': 1, 'x.test.ts/in-two': 1 },
    )
    const { exitCode, output } = await vitest(folder, { CI: 'true' })
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('2 replayed') })
  },
  LIMIT,
)

test(
  'a name that is given may be the one that another test has, before it or after it',
  async () => {
    const ask = "async () => { expect(await ask()).toBe('hi') })\n"
    const folder = makeVitestProject(
      {
        'x.test.ts': `test('one', { meta: { cassette: 'a' } }, ${ask} test('a', { meta: { cassette: true } }, ${ask} test('two', { meta: { cassette: 'a' } }, ${ask}`,
      },
      { 'x.test.ts/a': 1 },
    )
    const { exitCode, output } = await vitest(folder)
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 replayed') })
  },
  LIMIT,
)

test(
  'a repeated recording counts as often as it was played',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `test('a', { meta: { cassette: { repeat: 'all' } } }, async () => { await ask(); await ask(); await ask() })\n`,
      },
      { 'x.test.ts/a': 1 },
    )
    const { output } = await vitest(folder)
    expect(output).toContain('3 calls not made')
  },
  LIMIT,
)
