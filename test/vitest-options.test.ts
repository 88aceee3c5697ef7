import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runNode } from './examples/run-node.ts'

test('options that are functions are set in a setup file', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': "test('a', { meta: { cassette: true } }, async () => { expect(await ask('/HI')).toBe('hi') })\n",
      'setup.ts': `import { cassetteDefaults } from 'msw-cassette/vitest'
        cassetteDefaults({ match: { url: (url) => url.href.toLowerCase() } })`,
    },
    { 'x.test.ts/a': 1 },
    'plugins: [cassettes()]',
    "setupFiles: ['src/setup.ts'],",
  )
  const { exitCode, output } = await runNode(folder, ['modules:vitest/vitest.mjs', 'run'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 replayed') })
}, 60_000)

test('options get to the sandboxes of the vm pools, too', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts':
        "test('a', { meta: { cassette: { allowSecrets: [/x/] } } }, async () => { expect(await ask()).toBe('hi') })\n",
    },
    { 'x.test.ts/a': 1 },
    'plugins: [cassettes({ redact: { patterns: [/x/] }, expires: new Date(0) })]',
  )
  const { exitCode, output } = await runNode(folder, ['modules:vitest/vitest.mjs', 'run', '--pool=vmThreads'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 replayed') })
}, 60_000)

test('a function among the options of the plugin is refused by its name', async () => {
  const folder = makeVitestProject({}, {}, 'plugins: [cassettes({ match: { url: (url) => url } })]')
  const { exitCode, output } = await runNode(folder, ['modules:vitest/vitest.mjs', 'run'])
  expect(exitCode).toBe(1)
  expect(output).toContain('CassetteOptionError: The option "match.url" is a function')
}, 60_000)
