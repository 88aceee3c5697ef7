import { expect, test } from 'vitest'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

const vitest = ['modules:vitest/vitest.mjs', 'run']

test.each(['vitest', 'vitest-concurrent'])(
  'examples/%s: the plugin is all the set-up there is',
  async (name) => {
    const { exitCode, output } = await runNode(installExample(name), vitest)
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Cassettes  2 replayed'),
    })
    expect(output).toMatch(/\d calls not made, \d+ tokens not paid for/)
  },
  60_000,
)

test('examples/vcrpy: what a Python project recorded is replayed as it is', async () => {
  const { exitCode, output } = await runNode(installExample('vcrpy'), vitest)
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('Cassettes  1 replayed') })
}, 60_000)
