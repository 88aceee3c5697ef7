import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

const LIMIT = 60_000

test(
  'with `auto`, a test without requests needs no cassette, even in CI, and creates no folder',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': "test('plain', () => { expect(1).toBe(1) })\n" },
      {},
      'plugins: [cassettes({ auto: true })]',
    )
    expect(await runVitest(folder, [], { CI: 'true' })).toMatchObject({ exitCode: 0 })
    expect(await runVitest(folder)).toMatchObject({ exitCode: 0, output: expect.not.stringContaining('Cassettes') })
    expect(existsSync(join(folder, 'src/__cassettes__'))).toBe(false)
  },
  LIMIT,
)

test(
  'with `auto`, an unrecorded request fails its test in CI, and the message names the cassette',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': "test('a', async () => { await ask() })\n" },
      {},
      'plugins: [cassettes({ auto: true })]',
    )
    const { exitCode, output } = await runVitest(folder, [], { CI: 'true' })
    expect(exitCode).toBe(1)
    expect(output).toContain('No recorded interaction matches GET https://api.test/hi: nothing is recorded')
    expect(output).toMatch(/cassette {2}.*__cassettes__\/x\.test\.ts\/a\.yaml \(mode: replay, 0 of 0 played\)/)
  },
  LIMIT,
)

test(
  'with test.each, each wrapped test has a cassette named after it and is in the report',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `import { withCassette } from 'msw-cassette'
          describe('in', () => { test.each(['one', 'two'])('%s', withCassette(async () => { expect(await ask()).toBe('hi') })) })`,
      },
      { 'x.test.ts/in-one': 1, 'x.test.ts/in-two': 1 },
    )
    expect(await runVitest(folder, [], { CI: 'true' })).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('2 replayed'),
    })
  },
  LIMIT,
)

test(
  'an explicit name can be the default name of another test, before or after it',
  async () => {
    const ask = "async () => { expect(await ask()).toBe('hi') })\n"
    const folder = makeVitestProject(
      {
        'x.test.ts': `test('one', { meta: { cassette: 'a' } }, ${ask} test('a', { meta: { cassette: true } }, ${ask} test('two', { meta: { cassette: 'a' } }, ${ask}`,
      },
      { 'x.test.ts/a': 1 },
    )
    expect(await runVitest(folder)).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 replayed') })
  },
  LIMIT,
)

test(
  'a repeated interaction is counted each time it is played',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `test('a', { meta: { cassette: { repeat: 'all' } } }, async () => { await ask(); await ask(); await ask() })\n`,
      },
      { 'x.test.ts/a': 1 },
    )
    const { output } = await runVitest(folder)
    expect(output).toContain('3 calls not made')
  },
  LIMIT,
)
