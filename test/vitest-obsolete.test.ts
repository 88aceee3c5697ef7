import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runNode } from './examples/run-node.ts'
import { makeTempFolder } from './temp-folder.ts'

const LIMIT = 60_000
const vitest = (folder: string, args: string[] = [], env: Record<string, string> = {}) =>
  runNode(folder, ['modules:vitest/vitest.mjs', 'run', ...args], env)

const PLAY = `test('a', { meta: { cassette: true } }, async () => { expect(await ask()).toBe('hi') })\n`
const named = (name: string, asks: string): string =>
  `test('${name}', { meta: { cassette: { name: 'src/__cassettes__/shared/w.yaml', onUnplayed: 'ignore' } } }, async () => { ${asks} })\n`
const listed = (output: string): string[] => output.match(/(?<=^ {15})\S.*$/gm) ?? []

test(
  'a cassette that a path names is judged where all tests ran, and kept where some did not',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': PLAY,
        'y.test.ts': named('b', "expect(await ask()).toBe('hi')"),
        'z.test.ts': `import { openCassette } from 'msw-cassette'
          test('c', async () => { expect(await (await openCassette('src/__cassettes__/by-hand.yaml').fetch('https://api.test/hi')).text()).toBe('hi') })`,
      },
      { 'x.test.ts/a': 1, 'shared/w': 2, 'shared/old': 1, 'by-hand': 1, old: 1, 'n.test/of-node-test': 1 },
      'plugins: [cassettes()]',
      "include: ['**/[xyz].test.ts'],",
    )
    writeFileSync(join(folder, 'src/n.test.js'), '')
    expect(listed((await vitest(folder, ['x.test.ts'])).output)).toEqual([])
    expect(listed((await vitest(folder, ['--shard=1/3'])).output)).toEqual([])
    const whole = await vitest(folder)
    expect({ exitCode: whole.exitCode, listed: listed(whole.output) }).toEqual({
      exitCode: 0,
      listed: ['src/__cassettes__/old.yaml', 'src/__cassettes__/shared/old.yaml', 'src/__cassettes__/shared/w.yaml #1'],
    })
  },
  LIMIT,
)

test(
  'with -u a part of a suite leaves the interactions that tests in other files play',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': named('b', "expect(await ask()).toBe('hi')"),
        'y.test.ts': named('c', 'await ask(); await ask()'),
      },
      { 'shared/w': 2 },
    )
    await vitest(folder, ['x.test.ts', '-u'])
    const { interactions } = parseCassette(readFileSync(join(folder, 'src/__cassettes__/shared/w.yaml')))
    expect(interactions).toHaveLength(2)
  },
  LIMIT,
)

test(
  'the cassettes of a test file that is gone are found where no other test file is left',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': PLAY },
      { 'x.test.ts/a': 1, '../old/__cassettes__/gone.test.ts/a': 1 },
    )
    expect(listed((await vitest(folder)).output)).toEqual(['src/old/__cassettes__/gone.test.ts/a.yaml'])
  },
  LIMIT,
)

test(
  'with -u nothing is removed of tests that are expected to fail, that skip themselves, or whose worker died',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `test.fails('fails', { meta: { cassette: true } }, () => { expect(1).toBe(2) })
          test('skips', { meta: { cassette: true } }, ({ skip }) => skip('later'))`,
        'y.test.ts': `${PLAY}test('dies', () => process.kill(process.pid, 'SIGKILL'))`,
      },
      { 'x.test.ts/fails': 2, 'x.test.ts/skips': 1, 'y.test.ts/a': 1, 'y.test.ts/of-no-known-test': 1 },
    )
    const { output } = await vitest(folder, ['-u', '--pool=forks'])
    expect(output).toContain('1 expected fail | 1 skipped')
    expect({ listed: listed(output), told: output.includes('obsolete') }).toEqual({ listed: [], told: false })
  },
  LIMIT,
)

test(
  'reports of shards are judged where they are merged, on another machine, too',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': PLAY, 'y.test.ts': `${PLAY}test.skip('skipped', { meta: { cassette: true } }, () => {})` },
      { 'x.test.ts/a': 1, 'y.test.ts/a': 1, 'y.test.ts/skipped': 1, 'y.test.ts/old': 1, old: 1 },
    )
    for (const shard of ['1/2', '2/2']) await vitest(folder, [`--shard=${shard}`, '--reporter=blob'])
    const elsewhere = join(makeTempFolder(), 'elsewhere')
    mkdirSync(dirname(elsewhere), { recursive: true })
    renameSync(folder, elsewhere)
    const { exitCode, output } = await vitest(elsewhere, ['--merge-reports'], { CI: 'true' })
    expect({ exitCode, listed: listed(output) }).toEqual({
      exitCode: 1,
      listed: ['src/__cassettes__/old.yaml', 'src/__cassettes__/y.test.ts/old.yaml'],
    })
    expect(existsSync(join(elsewhere, 'src/__cassettes__/old.yaml'))).toBe(true)
  },
  LIMIT,
)

test(
  'what runs in projects is judged by the options of each project',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': "test.skip('in one', async () => {})\n",
        'y.test.ts': `import { withCassette } from 'msw-cassette'\ntest.skip('a', withCassette('other', async () => {}))`,
      },
      { 'x.test.ts/in-one': 1, 'x.test.ts/old': 1, 'y.test.ts/other': 1 },
      'clearScreen: false',
      `projects: [
        { plugins: [cassettes({ auto: true })], test: { name: 'one', include: ['**/x.test.ts'] } },
        { plugins: [cassettes()], test: { name: 'two', include: ['**/y.test.ts'] } },
      ],`,
    )
    expect(listed((await vitest(folder)).output)).toEqual(['src/__cassettes__/x.test.ts/old.yaml'])
  },
  LIMIT,
)
