import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { makeVitestProject, REPLAY_TEST } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'
import { makeTempFolder } from './temp-folder.ts'

const LIMIT = 60_000

const sharingTest = (name: string, code: string): string =>
  `test('${name}', { meta: { cassette: { name: 'src/__cassettes__/shared/w.yaml', onUnplayed: 'ignore' } } }, async () => { ${code} })\n`
/** The entries of the list of obsolete cassettes. */
const listObsolete = (output: string): string[] => output.match(/(?<=^ {15})\S.*$/gm) ?? []

test(
  'an obsolete cassette is listed, fails in CI, and is removed with -u',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': `${REPLAY_TEST}test.skip('skipped', { meta: { cassette: true } }, () => {})` },
      { 'x.test.ts/a': 1, 'x.test.ts/skipped': 1, 'x.test.ts/old': 1, 'gone.test.ts/a': 1 },
    )
    const listed = await runVitest(folder)
    expect(listed).toMatchObject({ exitCode: 0, output: expect.stringContaining('2 obsolete, remove with -u:') })
    expect(await runVitest(folder, [], { CI: 'true' })).toMatchObject({ exitCode: 1 })
    expect(await runVitest(folder, ['-u'])).toMatchObject({ exitCode: 0 })
    expect(readdirSync(join(folder, 'src/__cassettes__'))).toEqual(['x.test.ts'])
    expect(readdirSync(join(folder, 'src/__cassettes__/x.test.ts')).sort()).toEqual(['a.yaml', 'skipped.yaml'])
  },
  LIMIT,
)

test(
  'a partial run reports no cassette as obsolete that other tests need',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': REPLAY_TEST + REPLAY_TEST.replace("'a'", "'b'"), 'y.test.ts': REPLAY_TEST },
      { 'x.test.ts/a': 1, 'x.test.ts/b': 1, 'y.test.ts/a': 1 },
    )
    for (const args of [['-t', 'a'], ['x.test.ts'], ['--shard=1/2'], ['--shard=2/2']]) {
      const { exitCode, output } = await runVitest(folder, args, { CI: 'true' })
      expect({ args, exitCode, output }).toMatchObject({ exitCode: 0, output: expect.not.stringContaining('obsolete') })
    }
  },
  LIMIT,
)

test(
  'with -u, only the interactions that no test plays are removed',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': REPLAY_TEST.replace('cassette: true', "cassette: { onUnplayed: 'ignore' }") },
      { 'x.test.ts/a': 3 },
    )
    expect(await runVitest(folder)).toMatchObject({
      output: expect.stringMatching(/1 obsolete, remove with -u:\s+src\/__cassettes__\/x\.test\.ts\/a\.yaml #1 #2/),
    })
    await runVitest(folder, ['-u'])
    const file = join(folder, 'src/__cassettes__/x.test.ts/a.yaml')
    expect(parseCassette(readFileSync(file)).interactions).toHaveLength(1)
    expect(await runVitest(folder, [], { CI: 'true' })).toMatchObject({ exitCode: 0 })
  },
  LIMIT,
)

test(
  'the reports of shards are merged into one',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': REPLAY_TEST, 'y.test.ts': REPLAY_TEST },
      { 'x.test.ts/a': 1, 'y.test.ts/a': 1, 'y.test.ts/old': 1 },
    )
    for (const shard of ['1/2', '2/2']) await runVitest(folder, [`--shard=${shard}`, '--reporter=blob'])
    const { output } = await runVitest(folder, ['--merge-reports'])
    expect(output).toContain('Cassettes  2 replayed')
    expect(output).toContain('1 obsolete')
    expect(existsSync(join(folder, 'src/__cassettes__/y.test.ts/old.yaml'))).toBe(true)
  },
  LIMIT,
)

test(
  'a cassette that is opened by its path is reported as obsolete only if all tests ran',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': REPLAY_TEST,
        'y.test.ts': sharingTest('b', "expect(await ask()).toBe('hi')"),
        'z.test.ts': `import { openCassette } from 'msw-cassette'
          test('c', async () => { expect(await (await openCassette('src/__cassettes__/by-hand.yaml').fetch('https://api.test/hi')).text()).toBe('hi') })`,
      },
      { 'x.test.ts/a': 1, 'shared/w': 2, 'shared/old': 1, 'by-hand': 1, old: 1, 'n.test/of-node-test': 1 },
      'plugins: [cassettes()]',
      "include: ['**/[xyz].test.ts'],",
    )
    writeFileSync(join(folder, 'src/n.test.js'), '')
    for (const args of [['x.test.ts'], ['--shard=1/3']]) {
      const { exitCode, output } = await runVitest(folder, args)
      expect({ exitCode, obsolete: listObsolete(output) }).toEqual({ exitCode: 0, obsolete: [] })
      expect(output).toContain('Cassettes')
    }
    const whole = await runVitest(folder)
    expect({ exitCode: whole.exitCode, obsolete: listObsolete(whole.output) }).toEqual({
      exitCode: 0,
      obsolete: [
        'src/__cassettes__/old.yaml',
        'src/__cassettes__/shared/old.yaml',
        'src/__cassettes__/shared/w.yaml #1',
      ],
    })
  },
  LIMIT,
)

test(
  'with -u, a partial run keeps the interactions that tests in other files play',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': sharingTest('b', "expect(await ask()).toBe('hi')"),
        'y.test.ts': sharingTest('c', 'await ask(); await ask()'),
      },
      { 'shared/w': 2 },
    )
    expect(await runVitest(folder, ['x.test.ts', '-u'])).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('1 replayed'),
    })
    const { interactions } = parseCassette(readFileSync(join(folder, 'src/__cassettes__/shared/w.yaml')))
    expect(interactions).toHaveLength(2)
  },
  LIMIT,
)

test(
  'the cassettes of a deleted test file are obsolete even if its folder has no other test file',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': REPLAY_TEST },
      { 'x.test.ts/a': 1, '../old/__cassettes__/gone.test.ts/a': 1 },
    )
    expect(listObsolete((await runVitest(folder)).output)).toEqual(['src/old/__cassettes__/gone.test.ts/a.yaml'])
  },
  LIMIT,
)

test(
  'with -u, no cassette is removed of a test that is expected to fail, skips itself, or lost its worker',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `test.fails('fails', { meta: { cassette: true } }, () => { expect(1).toBe(2) })
          test('skips', { meta: { cassette: true } }, ({ skip }) => skip('later'))`,
        'y.test.ts': `${REPLAY_TEST}test('dies', () => process.kill(process.pid, 'SIGKILL'))`,
      },
      { 'x.test.ts/fails': 2, 'x.test.ts/skips': 1, 'y.test.ts/a': 1, 'y.test.ts/of-no-known-test': 1 },
    )
    const { output } = await runVitest(folder, ['-u', '--pool=forks'])
    expect(output).toContain('1 expected fail | 1 skipped')
    expect({ obsolete: listObsolete(output), reported: output.includes('obsolete') }).toEqual({
      obsolete: [],
      reported: false,
    })
  },
  LIMIT,
)

test(
  'obsolete cassettes are found when shards are merged, even in another folder',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': REPLAY_TEST,
        'y.test.ts': `${REPLAY_TEST}test.todo('planned', { meta: { cassette: true } })`,
      },
      { 'x.test.ts/a': 1, 'y.test.ts/a': 1, 'y.test.ts/planned': 1, 'y.test.ts/old': 1, old: 1 },
    )
    for (const shard of ['1/2', '2/2']) await runVitest(folder, [`--shard=${shard}`, '--reporter=blob'])
    const elsewhere = join(makeTempFolder(), 'elsewhere')
    mkdirSync(dirname(elsewhere), { recursive: true })
    renameSync(folder, elsewhere)
    const { exitCode, output } = await runVitest(elsewhere, ['--merge-reports'], { CI: 'true' })
    expect({ exitCode, obsolete: listObsolete(output) }).toEqual({
      exitCode: 1,
      obsolete: ['src/__cassettes__/old.yaml', 'src/__cassettes__/y.test.ts/old.yaml'],
    })
    expect(existsSync(join(elsewhere, 'src/__cassettes__/old.yaml'))).toBe(true)
  },
  LIMIT,
)

test(
  'each project uses its own options to find obsolete cassettes',
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
    expect(listObsolete((await runVitest(folder)).output)).toEqual(['src/__cassettes__/x.test.ts/old.yaml'])
  },
  LIMIT,
)
