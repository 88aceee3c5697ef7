import { expect, test } from 'vitest'
import { installExample } from './install-example.ts'
import { runVitest } from './run-vitest.ts'

test.each(['vitest', 'vitest-concurrent'])(
  'examples/%s: the plugin is the only setup',
  async (name) => {
    const { exitCode, output } = await runVitest(installExample(name))
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Cassettes  2 replayed'),
    })
    expect(output).toMatch(/\d calls not made, \d+ tokens not paid for/)
  },
  60_000,
)
