import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

test('options that are functions can be set in a setup file, and onClose runs after a test that passed', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `test('a', { meta: { cassette: true } }, async () => { expect(await ask('/HI')).toBe('hi') })
        test('fails', { meta: { cassette: true } }, async () => { await ask(); throw new Error('no') })\n`,
      'setup.ts': `import { cassetteDefaults } from 'msw-cassette/vitest'
        cassetteDefaults({
          match: { url: (url) => url.href.toLowerCase() },
          hooks: { onClose: ({ played }) => console.log('closed after', played.length) },
        })`,
    },
    { 'x.test.ts/a': 1, 'x.test.ts/fails': 1 },
    'plugins: [cassettes()]',
    "setupFiles: ['src/setup.ts'],",
  )
  const { exitCode, output } = await runVitest(folder)
  expect({ exitCode, closed: output.match(/closed after \d/g) }).toEqual({ exitCode: 1, closed: ['closed after 1'] })
  expect(output).toContain('1 failed | 1 passed')
}, 60_000)

test('the options of the plugin also reach the tests in vm pools', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts':
        "test('a', { meta: { cassette: { allowSecrets: [/x/] } } }, async () => { expect(await ask()).toBe('hi') })\n",
    },
    { 'x.test.ts/a': 1 },
    'plugins: [cassettes({ redact: { patterns: [/x/] }, expires: new Date(0) })]',
  )
  expect(await runVitest(folder, ['--pool=vmThreads'])).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('1 replayed'),
  })
}, 60_000)

test.each(['forks', 'threads', 'vmThreads'])(
  'the masks of the plugin reach the tests in the pool %s',
  async (pool) => {
    const folder = makeVitestProject(
      { 'x.test.ts': "test('a', { meta: { cassette: true } }, async () => { expect(await ask('/ho')).toBe('hi') })\n" },
      { 'x.test.ts/a': 1 },
      "plugins: [cassettes({ match: { mask: ['uuid', /h\\w$/] } })]",
    )
    expect(await runVitest(folder, [`--pool=${pool}`])).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('1 replayed'),
    })
  },
  60_000,
)

test('a function in the options of the plugin is refused, and the message names it', async () => {
  const folder = makeVitestProject({}, {}, 'plugins: [cassettes({ match: { url: (url) => url } })]')
  const { exitCode, output } = await runVitest(folder)
  expect(exitCode).toBe(1)
  expect(output).toContain('CassetteOptionError: The option "match.url" is a function')
}, 60_000)

test('options of a setup file, the plugin, a describe and a test are merged', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `
        describe('outer', { meta: { cassette: { recordHeaders: ['x-outer'], name: 'outer' } } }, () => {
          describe('inner', () => {
            test('inherits', async ({ cassette }) => {
              expect(cassette.path).toMatch(/outer\\.yaml$/)
              expect(cassette.options.recordHeaders).toEqual(['x-setup', 'x-plugin', 'x-outer'])
              await ask()
            })
            test('a', { meta: { cassette: { recordHeaders: ['x-test'], redact: { headers: ['x-test'] } } } }, async ({ cassette }) => {
              expect(cassette.options.recordHeaders).toEqual(['x-setup', 'x-plugin', 'x-outer', 'x-test'])
              expect(cassette.options.redact).toEqual({ patterns: [/setup/, /plugin/], headers: ['x-test'] })
              await ask()
            })
            test('named', { meta: { cassette: 'outer' } }, async ({ cassette }) => {
              expect(cassette.options.recordHeaders).toEqual(['x-setup', 'x-plugin', 'x-outer'])
              await ask()
            })
          })
        })`,
      'setup.ts': `import { cassetteDefaults } from 'msw-cassette'
        cassetteDefaults({ recordHeaders: ['x-setup'], redact: { patterns: [/setup/] } })`,
    },
    { 'x.test.ts/outer': 1, 'x.test.ts/outer-inner-a': 1 },
    "plugins: [cassettes({ recordHeaders: ['x-plugin'], redact: { patterns: [/plugin/] } })]",
    "setupFiles: ['src/setup.ts'],",
  )
  expect(await runVitest(folder)).toMatchObject({ exitCode: 0, output: expect.stringContaining('3 calls not made') })
}, 60_000)

test('without isolation, a setup file that is evaluated again replaces its defaults', async () => {
  const code = `test('a', { meta: { cassette: true } }, async ({ cassette }) => {
    await ask()
    expect(globalThis.calls).toBe(1)
    globalThis.calls = 0
  })`
  const folder = makeVitestProject(
    {
      ...Object.fromEntries(['x', 'y', 'z'].map((name) => [`${name}.test.ts`, code])),
      'setup.ts': `import { cassetteDefaults } from 'msw-cassette/vitest'
        globalThis.calls = 0
        cassetteDefaults({ passthrough: () => { globalThis.calls++; return false } })`,
    },
    { 'x.test.ts/a': 1, 'y.test.ts/a': 1, 'z.test.ts/a': 1 },
    'plugins: [cassettes()]',
    "setupFiles: ['src/setup.ts'], isolate: false, maxWorkers: 1,",
  )
  expect(await runVitest(folder)).toMatchObject({ exitCode: 0, output: expect.stringContaining('3 replayed') })
}, 60_000)

test('the plugin writes the JSON report, and GitHub gets a summary of the job', async () => {
  const folder = makeVitestProject(
    { 'x.test.ts': "test('a', { meta: { cassette: true } }, async () => { expect(await ask()).toBe('hi') })\n" },
    { 'x.test.ts/a': 1 },
    "plugins: [cassettes({ report: 'reports/cassettes.json' })]",
  )
  const summary = join(folder, 'summary.md')
  const run = await runVitest(folder, ['--reporter=json'], { GITHUB_STEP_SUMMARY: summary })
  const report = JSON.parse(readFileSync(join(folder, 'reports', 'cassettes.json'), 'utf8'))
  expect({ exitCode: run.exitCode, report, summary: readFileSync(summary, 'utf8') }).toEqual({
    exitCode: 0,
    report: {
      version: 1,
      cassettes: [
        { file: 'src/__cassettes__/x.test.ts/a.yaml', state: 'replayed', recorded: 0, saved: expect.any(Object) },
      ],
      saved: { calls: 1, tokens: 0, unpriced: 0, waiting: expect.any(Number) },
      recorded: 0,
      obsolete: { files: [], interactions: [] },
    },
    summary: expect.stringContaining('| `src/__cassettes__/x.test.ts/a.yaml` | replayed | 1 | 0 |  |'),
  })
}, 60_000)
