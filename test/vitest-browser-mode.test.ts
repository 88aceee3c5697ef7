import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cassettes } from '../src/vitest/plugin.ts'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

const PAGE_SETUP = fileURLToPath(new URL('../dist/vitest/page-setup.js', import.meta.url))

// A real page, with the same projects, is not part of these tests: they would need Vitest's browser packages.
test('the plugin gives a project in browser mode only the setup file of pages, and no options and no report', async () => {
  const project = {
    config: { browser: { enabled: true }, setupFiles: ['/app/setup.ts'], pool: 'threads' },
    provide: () => expect.unreachable(),
  }
  const vitest = { config: { reporters: [] } }
  const { configureVitest } = cassettes()
  for (let times = 0; times < 2; times++)
    await (configureVitest as unknown as (context: object) => Promise<void>)({ project, vitest })
  expect(project.config.setupFiles).toEqual([expect.stringMatching(/page-setup\.js$/), '/app/setup.ts'])
  expect(vitest.config).toEqual({ reporters: [] })
})

test('a test in a page that requests a cassette fails with a message that names this library', {
  timeout: 60_000,
}, async () => {
  const folder = makeVitestProject(
    {
      'a.test.ts': `test('plain', () => {})
        describe('outer', { meta: { cassette: 'x' } }, () => { test('inherits', () => {}) })
        test('requests', { meta: { cassette: true } }, () => {})
        test('reads', ({ cassette }) => { cassette.played })`,
    },
    {},
    'plugins: []',
    `setupFiles: ['${PAGE_SETUP}'],`,
  )
  const { output } = await runVitest(folder)
  expect(output).toContain('3 failed | 1 passed')
  expect(output).toContain('CassetteSessionError: [msw-cassette] This test runs in a browser')
  expect(output).toContain('❯ src/a.test.ts:6:')
  expect(output).not.toContain('page-setup.js:')
})
