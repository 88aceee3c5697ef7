import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cassettes } from '../src/vitest/plugin.ts'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

const REFUSING_SETUP = fileURLToPath(new URL('../dist/vitest/refusing-setup.js', import.meta.url))

test('in a pool that is not of Vitest, the plugin refuses the tests that request a cassette', {
  timeout: 60_000,
}, async () => {
  const setupFilesOf = async (pool: string, plugin: string): Promise<string[]> => {
    const config = { browser: { enabled: false }, server: {}, setupFiles: ['/app/setup.ts'], pool }
    const project = { config, vite: { config: { base: '/', plugins: [{ name: plugin }] } }, provide: () => {} }
    const { configureVitest } = cassettes()
    const context = { project, vitest: { config: { reporters: [] } } }
    for (let times = 0; times < 2; times++)
      await (configureVitest as unknown as (context: object) => Promise<void>)(context)
    return config.setupFiles.map((file) => basename(file))
  }
  expect(await setupFilesOf('forks', 'other')).toEqual(['setup.js', 'setup.ts'])
  expect(await setupFilesOf('own-pool', 'other')).toEqual(['refusing-setup.js', 'setup.ts'])
  expect(await setupFilesOf('forks', '@cloudflare/vitest-pool-workers')).toEqual(['refusing-setup.js', 'setup.ts'])
  const folder = makeVitestProject(
    {
      'a.test.ts': `test('plain', () => {})
        describe('outer', { meta: { cassette: 'x' } }, () => { test('inherits', () => {}) })
        test('requests', { meta: { cassette: true } }, () => {})
        test('reads', ({ cassette }) => { cassette.played })`,
    },
    {},
    'plugins: []',
    `setupFiles: ['${REFUSING_SETUP}'],`,
  )
  const { output } = await runVitest(folder)
  expect(output).toContain('3 failed | 1 passed')
  expect(output).toContain('CassetteSessionError: [msw-cassette] This test runs in a pool that is not')
  expect(output).toContain('❯ src/a.test.ts:6:')
  expect(output).not.toContain('refusing-setup.js:')
})
