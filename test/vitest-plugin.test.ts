import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeVitestProject, REPLAY_TEST } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'
import { startServer } from './start-server.ts'

const LIMIT = 60_000

test(
  'a swallowed mismatch fails only its own test, with the whole message',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `describe.concurrent('many', { meta: { cassette: true } }, () => {
        test('good', async () => { expect(await ask()).toBe('hi') })
        test('bad', async () => { await ask(); await ask('/other') })
      })`,
      },
      { 'x.test.ts/many-good': 1, 'x.test.ts/many-bad': 1 },
    )
    const { exitCode, output } = await runVitest(folder)
    expect(exitCode).toBe(1)
    expect(output).toMatch(/CassetteMismatchError: No recorded interaction matches GET https:\/\/api\.test\/other/)
    expect(output).toMatch(/many-bad\.yaml/)
    expect(output).toMatch(/1 failed \| 1 passed/)
  },
  LIMIT,
)

test(
  'a failing assertion is reported instead of unplayed interactions',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': `test('a', { meta: { cassette: true } }, async () => { expect(await ask()).toBe('bye') })` },
      { 'x.test.ts/a': 2 },
    )
    const { output } = await runVitest(folder)
    expect(output).toContain("expected 'hi' to be 'bye'")
    expect(output).not.toContain('never requested')
  },
  LIMIT,
)

test(
  'an unplayed interaction fails the test',
  async () => {
    const { exitCode, output } = await runVitest(makeVitestProject({ 'x.test.ts': REPLAY_TEST }, { 'x.test.ts/a': 2 }))
    expect(exitCode).toBe(1)
    expect(output).toMatch(/CassetteUnplayedError: 1 of 2 interactions of .*a\.yaml were never requested/)
  },
  LIMIT,
)

test(
  'recordings of a passing test are saved, and those of a failing test are discarded unless `onFailure` is "save"',
  async () => {
    await using upstream = await startServer((_request, response) => void response.end('hi'))
    const options = `{ cassette: { hosts: ['${upstream.host}'] } }`
    const folder = makeVitestProject({
      'x.test.ts': `const get = async () => (await fetch('${upstream.origin}/a')).text()
      test('good', { meta: ${options} }, async () => { expect(await get()).toBe('hi') })
      test('bad', { meta: ${options} }, async () => { expect(await get()).toBe('bye') })
      test('kept', { meta: { cassette: { hosts: ['${upstream.host}'], onFailure: 'save' } } }, async () => { expect(await get()).toBe('bye') })`,
    })
    const recorded = await runVitest(folder)
    expect(recorded.output).toContain('2 recorded')
    expect(readdirSync(join(folder, 'src/__cassettes__/x.test.ts')).sort()).toEqual(['good.yaml', 'kept.yaml'])
    const { requests } = upstream
    const replayed = await runVitest(folder, ['-t', 'good'])
    expect({ exitCode: replayed.exitCode, requests: upstream.requests - requests }).toEqual({
      exitCode: 0,
      requests: 0,
    })
  },
  LIMIT,
)

test(
  'a test without a cassette can’t reach the network, and using its session is an error that says what to do',
  async () => {
    const folder = makeVitestProject({
      'x.test.ts': `test('a', async ({ cassette }) => { void cassette.played })
      test('b', async () => { expect(await ask()).toContain('this test has no cassette') })`,
    })
    const { output } = await runVitest(folder)
    expect(output).toContain('This test has no cassette. Give it one')
    expect(output).toContain('1 failed | 1 passed')
  },
  LIMIT,
)

test(
  'each retry and repeat of a test plays the cassette from the beginning',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `let tries = 0
      test('a', { retry: 2, meta: { cassette: true } }, async () => { await ask(); expect(++tries).toBe(3) })
      test('b', { repeats: 2, meta: { cassette: true } }, async () => { expect(await ask()).toBe('hi') })`,
      },
      { 'x.test.ts/a': 1, 'x.test.ts/b': 1 },
    )
    expect(await runVitest(folder)).toMatchObject({ exitCode: 0 })
  },
  LIMIT,
)

test(
  'two tests whose names lead to the same cassette fail',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': REPLAY_TEST + REPLAY_TEST.replace("'a'", "'A!'") },
      { 'x.test.ts/a': 1 },
    )
    const { exitCode, output } = await runVitest(folder)
    expect(exitCode).toBe(1)
    expect(output).toMatch(/Two tests would share the cassette .*a\.yaml: "a" and "A!"/)
    expect(output).not.toContain('test.each')
  },
  LIMIT,
)

test(
  'for titles that Vitest cuts, the error advises to add the index, which distinguishes them',
  async () => {
    const each = (title: string): string =>
      `test.each([{ of: 'x'.repeat(40) + 1 }, { of: 'x'.repeat(40) + 2 }])('${title}', { meta: { cassette: true } }, async () => {
        expect(await ask()).toBe('hi')
      })\n`
    const cut = 'x'.repeat(37)
    const cassettes = { [`x.test.ts/0-b-${cut}`]: 1, [`x.test.ts/1-b-${cut}`]: 1 }
    const folder = makeVitestProject({ 'x.test.ts': each('a $of') + each('%# b $of') }, cassettes)
    const { output } = await runVitest(folder, [], { CI: 'true' })
    expect(output).toContain("Add the index to the title: test.each(…)('%# …', …).")
    expect(output).toContain('2 replayed')
  },
  LIMIT,
)

test.each([
  ['threads', ['--pool=threads', '--no-isolate']],
  ['forks', ['--pool=forks', '--no-isolate', '--no-file-parallelism']],
])(
  'without isolation in %s, every file uses its own cassettes',
  async (_pool, args) => {
    const files = { 'x.test.ts': REPLAY_TEST, 'y.test.ts': REPLAY_TEST, 'z.test.ts': REPLAY_TEST }
    const folder = makeVitestProject(files, { 'x.test.ts/a': 1, 'y.test.ts/a': 1, 'z.test.ts/a': 1 })
    expect(await runVitest(folder, args)).toMatchObject({ exitCode: 0, output: expect.stringContaining('3 replayed') })
  },
  LIMIT,
)

test(
  'with `auto`, every test has a cassette, also in inline projects',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `test('a', async () => { expect(await ask()).toBe('hi') })\ntest('b', { meta: { cassette: false } }, () => {})`,
      },
      { 'x.test.ts/a': 1 },
      "plugins: [cassettes({ auto: true })], test: { projects: [{ extends: true, test: { name: 'one' } }] }, ...{}",
    )
    expect(await runVitest(folder)).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 replayed') })
  },
  LIMIT,
)

test(
  'in CI, a missing cassette fails the test',
  async () => {
    const folder = makeVitestProject({ 'x.test.ts': REPLAY_TEST })
    rmSync(join(folder, 'src/__cassettes__'), { recursive: true, force: true })
    const { exitCode, output } = await runVitest(folder, [], { CI: 'true' })
    expect(exitCode).toBe(1)
    expect(output).toMatch(/CassetteNotFoundError: Failed to open the cassette .*a\.yaml/)
  },
  LIMIT,
)

test(
  'a custom fixture can depend on the cassette',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `import { test as base } from 'msw-cassette/vitest'
        const it = base.extend({ answer: async ({ cassette }, use) => use(await (await cassette.fetch('https://api.test/hi')).text()) })
        it('a', { meta: { cassette: true } }, ({ answer, cassette }) => { expect([answer, cassette.played.length]).toEqual(['hi', 1]) })`,
        'y.test.ts': `import { test as it } from 'msw-cassette/vitest'
        it.each([1])('a', { meta: { cassette: true } }, async () => { expect(await ask()).toBe('hi') })
        it.extend('answer', async ({ cassette }) => (await cassette.fetch('https://api.test/hi')).text())('b', { meta: { cassette: 'a' } }, ({ answer }) => { expect(answer).toBe('hi') })
        it.skip('c', { meta: { cassette: true } }, () => {})`,
      },
      { 'x.test.ts/a': 1, 'y.test.ts/a': 1 },
    )
    for (const args of [[], ['--no-isolate', '--no-file-parallelism']]) {
      expect(await runVitest(folder, args)).toMatchObject({
        exitCode: 0,
        output: expect.stringContaining('2 replayed'),
      })
    }
  },
  LIMIT,
)

test(
  'a tag can give its tests a cassette',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': REPLAY_TEST.replace('{ meta: { cassette: true } }', "{ tags: ['llm'] }") },
      { 'x.test.ts/a': 1 },
      'plugins: [cassettes()]',
      "tags: [{ name: 'llm', meta: { cassette: true } }],",
    )
    expect(await runVitest(folder)).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 replayed') })
  },
  LIMIT,
)

test(
  'a cassette of withCassette is named after its test and is in the report',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts': `import { withCassette } from 'msw-cassette'
        describe('b', () => { test('a', withCassette(async () => { expect(await ask()).toBe('hi') })) })`,
      },
      { 'x.test.ts/b-a': 1 },
    )
    expect(await runVitest(folder, [], { CI: 'true' })).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('1 replayed'),
    })
  },
  LIMIT,
)
