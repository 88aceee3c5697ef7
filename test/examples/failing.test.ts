import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

interface Example {
  readonly name: string
  /** The cassette of the test with the question about Lisbon. */
  readonly cassette: string
  readonly args: readonly string[]
  readonly env?: Record<string, string>
  /** The output of the runner if that test fails. */
  readonly outcome: RegExp
}

const FLAG = { NODE_OPTIONS: '--experimental-vm-modules' }
const VITEST = ['modules:vitest/vitest.mjs', 'run']
const JEST = ['modules:jest/bin/jest.js']
const LIMIT = 90_000

const reporting: readonly Example[] = [
  {
    name: 'vitest',
    cassette: '__cassettes__/weather.test.ts/says-how-warm-it-is.yaml',
    args: VITEST,
    outcome: /Tests {2}1 failed \| 2 passed \(3\)/,
  },
  {
    name: 'vitest-concurrent',
    cassette: '__cassettes__/weather.test.ts/tests-that-run-at-once-in-lisbon.yaml',
    args: VITEST,
    outcome: /Tests {2}1 failed \| 1 passed \(2\)/,
  },
  {
    name: 'jest-esm',
    cassette: '__cassettes__/weather.test.js/lisbon.yaml',
    args: JEST,
    env: FLAG,
    outcome: /Tests: {7}1 failed, 3 passed, 4 total/,
  },
  {
    name: 'jest-cjs',
    cassette: '__cassettes__/weather.test.js/says-how-warm-it-is.yaml',
    args: JEST,
    env: FLAG,
    outcome: /Tests: {7}1 failed, 1 total/,
  },
  {
    name: 'playwright',
    cassette: '__cassettes__/weather.spec.js/says-how-warm-it-is.yaml',
    args: ['modules:@playwright/test/cli.js', 'test', '--reporter=line,msw-cassette/playwright/reporter'],
    outcome: /1 failed/,
  },
]

const others: readonly Example[] = [
  {
    name: 'node-test',
    cassette: '__cassettes__/weather.test/tests-that-run-at-once-in-lisbon.yaml',
    args: ['--test', '--test-reporter=spec'],
    outcome: /pass 2\n.*fail 1\n/s,
  },
  {
    name: 'decorators',
    cassette: 'cassettes/lisbon.yaml',
    args: ['modules:vitest/vitest.mjs', 'run', '--root', 'legacy'],
    outcome: /Tests {2}1 failed \(1\)/,
  },
]

test.each([...reporting, ...others])(
  'examples/$name: a different question fails only its test and reports the difference',
  async ({ name, cassette, args, env, outcome }) => {
    const folder = installExample(name)
    const file = join(folder, cassette)
    writeFileSync(file, readFileSync(file, 'utf8').replace('in Lisbon?', 'in Madrid?'))
    const { exitCode, output } = await runNode(folder, args, env)
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: expect.stringMatching(outcome) })
    expect(output).toContain('No recorded interaction matches POST https://api.openai.com/v1/chat/completions')
    expect(output).toMatch(
      /\$\.messages\[0\]\.content\n +recorded {2}"How warm is it in Madrid\?"\n +received {2}"How warm is it in Lisbon\?"/,
    )
  },
  LIMIT,
)

test.each(reporting)(
  'examples/$name: an obsolete cassette is listed, fails in CI, and is removed with -u',
  async ({ name, cassette, args, env }) => {
    const folder = installExample(name)
    const old = join(dirname(cassette), 'old.yaml')
    copyFileSync(join(folder, cassette), join(folder, old))
    const run = (more: readonly string[], variables: Record<string, string> = {}) =>
      runNode(folder, [...args, ...more], { ...env, ...variables })
    expect(await run([])).toEqual({
      exitCode: 0,
      output: expect.stringContaining(`1 obsolete, remove with -u:\n               ${old}\n`),
    })
    expect(await run(name.startsWith('jest') ? ['--ci'] : [], { CI: 'true' })).toEqual({
      exitCode: 1,
      output: expect.stringContaining(
        `1 obsolete, an error in CI; remove with -u and commit:\n               ${old}\n`,
      ),
    })
    expect(await run(['-u'])).toEqual({
      exitCode: 0,
      output: expect.stringContaining(`1 obsolete, removed:\n               ${old}\n`),
    })
    expect([existsSync(join(folder, old)), existsSync(join(folder, cassette))]).toEqual([false, true])
  },
  LIMIT,
)

test(
  'examples/decorators: a different question fails the standard dialect too',
  async () => {
    const folder = installExample('decorators')
    const file = join(folder, 'cassettes/lisbon.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('in Lisbon?', 'in Madrid?'))
    await runNode(folder, ['modules:typescript/bin/tsc', '-p', 'standard'])
    const { exitCode, output } = await runNode(folder, ['--test', 'standard/dist/weather.test.js'])
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: expect.stringContaining('recorded  "How warm is it in Madrid?"'),
    })
  },
  LIMIT,
)
