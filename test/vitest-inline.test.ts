import { expect, test } from 'vitest'
import { makeVitestProject, REPLAY_TEST } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

const INLINE = '{ test: { server: { deps: { inline: true } } } }'

test.each([
  ['in the configuration', 'plugins: [cassettes()]', 'server: { deps: { inline: true } }'],
  ['by a plugin before this one', `plugins: [{ name: 'pool', config: () => (${INLINE}) }, cassettes()]`, ''],
  ['by a plugin after this one', `plugins: [cassettes(), { name: 'pool', config: () => (${INLINE}) }]`, ''],
  [
    'by a plugin whose hook runs last',
    `plugins: [cassettes(), { name: 'pool', config: { order: 'post', handler: () => (${INLINE}) } }]`,
    '',
  ],
  [
    'in a project',
    'plugins: []',
    `projects: [{ plugins: [cassettes()], test: { name: 'a', server: { deps: { inline: true } } } }]`,
  ],
])('server.deps.inline: true works with the plugin, set %s', { timeout: 60_000 }, async (_, config, testConfig) => {
  const tests = { 'a.test.ts': REPLAY_TEST, 'b.test.ts': REPLAY_TEST }
  const folder = makeVitestProject(tests, { 'a.test.ts/a': 1, 'b.test.ts/a': 1 }, config, testConfig)
  for (const args of [[], ['--no-isolate', '--maxWorkers=1']]) {
    const { exitCode, output } = await runVitest(folder, args, { CI: 'true' })
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('2 replayed') })
  }
})
