import { expect, test } from 'vitest'
import { runNode } from './examples/run.ts'
import { makeVitestProject } from './examples/vitest-project.ts'

test('a function among the options of the plugin is refused by its name', async () => {
  const folder = makeVitestProject({}, {}, 'plugins: [cassettes({ match: { url: (url) => url } })]')
  const { exitCode, output } = await runNode(folder, ['modules:vitest/vitest.mjs', 'run'])
  expect(exitCode).toBe(1)
  expect(output).toContain('CassetteOptionError: The option "match.url" is a function')
}, 60_000)
